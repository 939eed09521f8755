import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;

/** Each organisation states, weighs, decides and holds a table, as an IT-Dienstleister would, and deviates as a Kommune. */
export const prioritiesSeeds: Readonly<Record<string, Seed>> = {
  'priorities.angabe': (t) =>
    `insert into priorities.angabe (tenant_id, bezug_art, bezug_id, kriterium, fassung, rohwert, quelle, stand, angegeben_am)
      values ('${t.id}', 'leistung', 'L00001', 'relevanz', 1, '3', 'Quelle', ${day}, ${day})`,
  'priorities.schema_fassung': (t) =>
    `insert into priorities.schema_fassung (tenant_id, id, fassung, titel, gewichtung, gespeichert_am)
      values ('${t.id}', '${t.uuid(1)}', 1, 'Schema', '{}', ${day})`,
  'priorities.beschluss': (t) =>
    `insert into priorities.beschluss (tenant_id, nummer, schema_id, fassung, titel, gewichtung, stichtag, gremium, grund,
        leistungen, pruefsumme, beschlossen_am)
      values ('${t.id}', 1, '${t.uuid(1)}', 1, 'Schema', '{}', ${day}, 'Gruppe', 'Grund', 1, '${t.key}', ${day})`,
  'priorities.beschluss_inhalt': (t) =>
    `insert into priorities.beschluss_inhalt (tenant_id, nummer, eingaben, ergebnis) values ('${t.id}', 1, '{}', '{}')`,
  'priorities.strategie': (t) =>
    `insert into priorities.strategie (tenant_id, art, dienst_id, fassung, titel, leistungen, entscheid, grund,
        verantwortlich, entschieden_am)
      values ('${t.id}', 'loesung', 'dienst', 1, 'Dienst', '{}', 'nicht', 'Grund', 'Team', ${day})`,
  'priorities.abweichung': (t) =>
    `insert into priorities.abweichung (tenant_id, recipient_id, art, dienst_id, fassung, ags, kommune, abweichung, grund,
        angegeben_am)
      values ('${t.id}', '${provider}', 'loesung', 'dienst', 1, '0576604${t.number}', 'Ort', 'keine', 'Grund', ${day})`,
  'priorities.einlesung': (t) =>
    `insert into priorities.einlesung (tenant_id, id, dateiname, zeilen, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', 'angaben.csv', '[]', ${day})`,
};
