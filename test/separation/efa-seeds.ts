import type { SeedTenant } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const dienst = (t: SeedTenant) => `'dienst-${t.letter}'`;
const ags = (t: SeedTenant) => `'0576604${t.number}'`;

/** Each organisation offers an Onlinedienst and is connected to it. */
export const efaSeeds: Readonly<Record<string, Seed>> = {
  'efa.angebot': (t) =>
    `insert into efa.angebot (dienst, fassung, anbieter_id, anbieter, inhalt, definition, formular, hash, angeboten_am)
      values (${dienst(t)}, '1', '${t.id}', 'Anbieter', '{}', '{}', '{}', 'hash', now())`,
  'efa.anbindung': (t) =>
    `insert into efa.anbindung (tenant_id, dienst, ags, fassung, zustand, version, geaendert_am)
      values ('${t.id}', ${dienst(t)}, ${ags(t)}, '1', 'parameter', 1, now())`,
  'efa.parameter': (t) =>
    `insert into efa.parameter (tenant_id, dienst, name, wert, gilt_ab, erfasst_am)
      values ('${t.id}', ${dienst(t)}, 'gebuehr', '1', '2026-01-01', now())`,
  'efa.vorgabe': (t) =>
    `insert into efa.vorgabe (tenant_id, dienst, gebiet, name, wert, verbindlich, grundlage, sagt, gilt_ab, erfasst_am)
      values ('${t.id}', ${dienst(t)}, '05', 'gebuehr', '1', false, 'Norm', 'Land', '2026-01-01', now())`,
  'efa.freigabe': (t) =>
    `insert into efa.freigabe (tenant_id, leistung_id, nummer, ags, freigegeben_am)
      values ('${t.id}', 'L00001', 1, ${ags(t)}, now())`,
  'efa.live_dienst': (t) =>
    `insert into efa.live_dienst (tenant_id, dienst, ags, kommune, fassung, titel, leika, seit, stellen)
      values ('${t.id}', ${dienst(t)}, ${ags(t)}, 'Ort', '1', 'Dienst', '{}', '2026-01-01', '[]')`,
  'efa.rueckzug': (t) =>
    `insert into efa.rueckzug (anbieter_id, dienst, fassung, zurueckgezogen, grund, am)
      values ('${t.id}', ${dienst(t)}, '1', true, 'Grund', now())`,
};
