import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;

/** Schemas are public and belong to nobody; each organisation has ticked something off and holds a file that waits. */
export const fimSeeds: Readonly<Record<string, Seed>> = {
  'fim.schemafassung': (t) =>
    `insert into fim.schemafassung (id, version, einlesung, standard, name, bezeichnung, freigabestatus, bezug, quelle,
        lizenz, sha256, kennzahlen, eingelesen_am)
      values ('S9900000000${t.number}', '1.0.0', 1, '3.0.0', 'Probe', 'Probe', '6', '{}', 'Quelle', 'frei', '${t.key}',
        '{}', ${day})`,
  'fim.codeliste': (t) =>
    `insert into fim.codeliste (urn, version, einlesung, titel, quelle, lizenz, anzahl, eintraege, eingelesen_am)
      values ('urn:probe:${t.number}', '1', 1, 'Probe', 'Quelle', 'frei', 1, '[]', ${day})`,
  'fim.datei': (t) => `insert into fim.datei (sha256, gezippt, bytes) values ('${t.key}', '\\x00', 1)`,
  'fim.einlesung': (t) =>
    `insert into fim.einlesung (tenant_id, id, dateiname, quelle, lizenz, gezippt, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', 'schema.xml', 'Quelle', 'frei', '\\x00', ${day})`,
  'fim.haken': (t) =>
    `insert into fim.haken (tenant_id, schema_id, schluessel, nummer, text_sha256, stand, notiz, person, angegeben_am)
      values ('${t.id}', 'S99000000001', 'regel R1', 1, '${t.key}', 'erledigt', '', 'Person', ${day})`,
};
