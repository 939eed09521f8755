import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;

/** Each organisation states a team and plans something for itself; what a plan sets is addressed to the provider. */
export const planningSeeds: Readonly<Record<string, Seed>> = {
  'planning.team': (t) =>
    `insert into planning.team (tenant_id, id, fassung, inhalt, angegeben_am)
      values ('${t.id}', '${t.uuid(1)}', 1, '{}', ${day})`,
  'planning.vorlage': (t) =>
    `insert into planning.vorlage (tenant_id, id, fassung, inhalt, angegeben_am)
      values ('${t.id}', 'vorlage-${t.letter.toLowerCase()}', 1, '{}', ${day})`,
  'planning.massnahme': (t) =>
    `insert into planning.massnahme (tenant_id, id, fassung, inhalt, herkunft, beendet, angegeben_am)
      values ('${t.id}', 'massnahme-${t.letter.toLowerCase()}', 1, '{}', 'hand', false, ${day})`,
  'planning.einlesung': (t) =>
    `insert into planning.einlesung (tenant_id, id, dateiname, zeilen, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', 'massnahmen.csv', '[]', ${day})`,
  'planning.plan': (t) =>
    `insert into planning.plan (tenant_id, id, nummer, titel, problem, sekunden, vorgang, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', 1, 'Plan', '{}', 8, '${t.uuid(2)}', ${day})`,
  'planning.planfassung': (t) =>
    `insert into planning.planfassung (tenant_id, plan_id, fassung, art, zuteilung, zielwert, schranke, verfahren,
        bemerkung, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', 1, 'gerechnet', '{}', 0, 0, 'genau', '', ${day})`,
  'planning.entscheid': (t) =>
    `insert into planning.entscheid (tenant_id, nummer, plan_id, fassung, am, wer, grund, verstoesse, festgehalten_am)
      values ('${t.id}', 1, '${t.uuid(1)}', 1, ${day}, 'Gruppe', 'Grund', 0, ${day})`,
  'planning.ziele': (t) =>
    `insert into planning.ziele (tenant_id, nummer, recipient_id, ags, haus, plan_titel, am, wer, grund, ziele)
      values ('${t.id}', 1, '${provider}', '0576604${t.number}', 'Haus', 'Plan', ${day}, 'Gruppe', 'Grund', '[]')`,
};
