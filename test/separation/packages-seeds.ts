import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;
const kid = (number: number) => `'${String(number).repeat(43)}'`;

/** Packages and the list of keys are public; the private keys and files that wait belong to a house. */
export const packagesSeeds: Readonly<Record<string, Seed>> = {
  'packages.paket': (t) =>
    `insert into packages.paket (summe, kid, herkunft, format, dienst, version, titel, gezippt, bytes, anbieter_id, anbieter, am)
      values ('${t.key}', ${kid(t.number)}, 'gebaut', 2, 'probe', ${t.number}, 'Probe', '\\x00', 1, '${t.id}', 'Haus', ${day})`,
  'packages.vertrauen': (t) =>
    `insert into packages.vertrauen (kid, nummer, x, inhaber, art, grund, anbieter_id, am)
      values (${kid(t.number)}, 1, ${kid(t.number)}, 'Haus', 'eigen', '', '${t.id}', ${day})`,
  'packages.signierschluessel': (t) =>
    `insert into packages.signierschluessel (tenant_id, nummer, kid, x, versiegelt, angelegt_am)
      values ('${t.id}', 1, ${kid(t.number)}, ${kid(t.number)}, '\\x00', ${day})`,
  'packages.einlesung': (t) =>
    `insert into packages.einlesung (tenant_id, id, dateiname, gezippt, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', 'hund.paket.json', '\\x00', ${day})`,
};
