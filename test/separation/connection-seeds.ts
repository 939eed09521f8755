import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;

/** Each organisation has said something of a line, rehearsed, was told of an expiry and of what waits, and keeps a secret. */
export const connectionSeeds: Readonly<Record<string, Seed>> = {
  'connection.fakt': (t) =>
    `insert into connection.fakt (tenant_id, dienst, punkt, nummer, art, am, haus)
      values ('${t.id}', 'dienst-${t.letter}', 'avv', 1, 'erledigt', ${day}, 'Haus')`,
  'connection.probelauf': (t) =>
    `insert into connection.probelauf (tenant_id, dienst, nummer, fassung, bestanden, schritte, am, haus)
      values ('${t.id}', 'dienst-${t.letter}', 1, '1', true, '[]', ${day}, 'Haus')`,
  'connection.hinweis': (t) =>
    `insert into connection.hinweis (tenant_id, mitglied_id, was, ablauf, stufe, am)
      values ('${t.id}', '${t.uuid(3)}', 'avv', ${day}, 30, ${day})`,
  'connection.am_zug_gesagt': (t) =>
    `insert into connection.am_zug_gesagt (tenant_id, mitglied_id, bis) values ('${t.id}', '${t.uuid(3)}', ${day})`,
  'connection.sammellauf': (t) =>
    `insert into connection.sammellauf (tenant_id, id, dienst, titel, auftrag, angelegt_am)
      values ('${t.id}', '${t.uuid(6)}', 'dienst-${t.letter}', 'Zug', '{}', ${day})`,
  'connection.sammelzeile': (t) =>
    `insert into connection.sammelzeile (tenant_id, lauf_id, ags, name, nach, ergebnis)
      values ('${t.id}', '${t.uuid(6)}', '0576604${t.number}', 'Ort', 'live', 'offen')`,
  'connection.annahme': (t) =>
    `insert into connection.annahme (tenant_id, dienst, parameter, quelle, angelegt_am)
      values ('${t.id}', 'dienst-${t.letter}', 'stelleName', 'Verzeichnis', ${day})`,
  'platform.secret': (t) =>
    `insert into platform.secret (tenant_id, id, name, purpose, version, sealed, entered_at)
      values ('${t.id}', '${t.uuid(5)}', 'Zugang', 'bezahldienst', 1, '\\x01', ${day})`,
};
