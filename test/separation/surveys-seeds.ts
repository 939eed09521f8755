import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;

/** Each organisation asks, is asked by itself, answers, and has a text, a task, a reminder and a table that wait. */
export const surveysSeeds: Readonly<Record<string, Seed>> = {
  'surveys.umfrage': (t) =>
    `insert into surveys.umfrage (tenant_id, id, fassung, zustand, inhalt, frist, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', 1, 'offen', '{}', '2100-01-01', ${day})`,
  'surveys.schritt': (t) =>
    `insert into surveys.schritt (tenant_id, umfrage_id, nummer, art, von, nach, am)
      values ('${t.id}', '${t.uuid(1)}', 1, 'oeffnen', 'entwurf', 'offen', ${day})`,
  'surveys.gefragt': (t) =>
    `insert into surveys.gefragt (tenant_id, umfrage_id, kommune_id, ags, name, leistungen)
      values ('${t.id}', '${t.uuid(1)}', '${t.id}', '0576604${t.number}', 'Ort', '{L00001}')`,
  'surveys.antwort': (t) =>
    `insert into surveys.antwort (tenant_id, umfrage_id, leistung_id, fassung, bedarf, vorbelegt, spaet, angegeben_am)
      values ('${t.id}', '${t.uuid(1)}', 'L00001', 1, 'ja', false, false, ${day})`,
  'surveys.verwahrt': (t) =>
    `insert into surveys.verwahrt (tenant_id, id, umfrage_id, leistung_id, art, felder, am)
      values ('${t.id}', '${t.uuid(2)}', '${t.uuid(1)}', 'L00001', 'konflikt', '{}', ${day})`,
  'surveys.auftrag': (t) =>
    `insert into surveys.auftrag (tenant_id, umfrage_id, leistung_id, nummer, mitglied_id, am)
      values ('${t.id}', '${t.uuid(1)}', 'L00001', 1, '${t.uuid(3)}', ${day})`,
  'surveys.abgabe': (t) =>
    `insert into surveys.abgabe (tenant_id, umfrage_id, nummer, art, am)
      values ('${t.id}', '${t.uuid(1)}', 1, 'eingereicht', ${day})`,
  'surveys.teilnahme': (t) =>
    `insert into surveys.teilnahme (tenant_id, umfrage_id, ags, zustand, gefragt, beantwortet)
      values ('${t.id}', '${t.uuid(1)}', '0576604${t.number}', 'freigegeben', 1, 1)`,
  'surveys.freigegeben': (t) =>
    `insert into surveys.freigegeben (tenant_id, umfrage_id, freigabe, leistung_id, ags, bemerkung, frei, vorbelegt, spaet)
      values ('${t.id}', '${t.uuid(1)}', 1, 'L00001', '0576604${t.number}', '', '{}', false, false)`,
  'surveys.ergebnis': (t) =>
    `insert into surveys.ergebnis (tenant_id, umfrage_id, nummer, kommunen, beteiligt, zeilen, veroeffentlicht_am)
      values ('${t.id}', '${t.uuid(1)}', 1, 1, 1, '[]', ${day})`,
  'surveys.erinnerung': (t) =>
    `insert into surveys.erinnerung (tenant_id, umfrage_id, nummer, anlass, am)
      values ('${t.id}', '${t.uuid(1)}', 1, 'von Hand', ${day})`,
  'surveys.erinnert': (t) =>
    `insert into surveys.erinnert (tenant_id, umfrage_id, nummer, mitglied_id, am)
      values ('${t.id}', '${t.uuid(1)}', 1, '${t.uuid(3)}', ${day})`,
  'surveys.einlesung': (t) =>
    `insert into surveys.einlesung (tenant_id, id, umfrage_id, dateiname, zeilen, angelegt_am)
      values ('${t.id}', '${t.uuid(4)}', '${t.uuid(1)}', 'antworten.csv', '[]', ${day})`,
};
