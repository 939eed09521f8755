import type { SeedTenant } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const leistung = (t: SeedTenant) => `'L0000${t.number}'`;

/** Each organisation states the Umsetzungsstand of one Leistung; counts belong to nobody. */
export const compassSeeds: Readonly<Record<string, Seed>> = {
  'compass.zaehlung': (t) =>
    `insert into compass.zaehlung (stand, gezaehlt_am) values ('2026-01-0${t.number}', now())`,
  'compass.haeufigkeit': (t) =>
    `insert into compass.haeufigkeit values ((select max(nummer) from compass.zaehlung), ${leistung(t)}, 10, 5)`,
  'compass.stand': (t) =>
    `insert into compass.stand (tenant_id, leistung_id, fassung, ags, gilt_ab, zustand, angegeben_am)
      values ('${t.id}', ${leistung(t)}, 1, '0576604${t.number}', '2026-01-01', 'online', now())`,
  'compass.stand_intern': (t) =>
    `insert into compass.stand_intern (tenant_id, leistung_id, fassung, bemerkung)
      values ('${t.id}', ${leistung(t)}, 1, 'Bemerkung')`,
  'compass.fachbereich': (t) =>
    `insert into compass.fachbereich (tenant_id, id, name, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', 'Bauamt', now())`,
  'compass.fachbereich_regel': (t) =>
    `insert into compass.fachbereich_regel (tenant_id, art, ziel, fachbereich_id)
      values ('${t.id}', 'themenfeld', '${t.number}', '${t.uuid(1)}')`,
  'compass.fachbereich_person': (t) =>
    `insert into compass.fachbereich_person (tenant_id, id, fachbereich_id, mitglied_id, rolle, von)
      values ('${t.id}', '${t.uuid(2)}', '${t.uuid(1)}', '${t.uuid(3)}', 'leitung', '2026-01-01')`,
  'compass.nachweis_pruefung': (t) =>
    `insert into compass.nachweis_pruefung (tenant_id, leistung_id, link, geprueft_am, ergebnis)
      values ('${t.id}', ${leistung(t)}, 'https://example.org', now(), 'erreichbar')`,
  'compass.nachweis_datei': (t) =>
    `insert into compass.nachweis_datei (tenant_id, id, leistung_id, name_sealed, media_type, bytes, sha256,
        schluessel_sealed, inhalt, hochgeladen_am)
      values ('${t.id}', '${t.uuid(9)}', ${leistung(t)}, '\\x01', 'application/pdf', 1, '${'0'.repeat(64)}', '\\x02', '\\x03', now())`,
  'compass.fachverfahren': (t) =>
    `insert into compass.fachverfahren (tenant_id, id, name, angegeben_am)
      values ('${t.id}', '${t.uuid(4)}', 'Steuerfix', now())`,
  // Both may be named in bundles; that only A shares its Stand is what counts for the circle.
  'compass.buendel_einwilligung': (t) =>
    `insert into compass.buendel_einwilligung (tenant_id, von) values ('${t.id}', '2026-01-01')`,
  'compass.interesse': (t) =>
    `insert into compass.interesse (tenant_id, leistung_id, quartal, seit)
      values ('${t.id}', ${leistung(t)}, '2027-Q1', now())`,
  'compass.sammel': (t) =>
    `insert into compass.sammel (tenant_id, id, art, titel, erstellt_am, zeilen)
      values ('${t.id}', '${t.uuid(4)}', 'auswahl', 'Auswahl', now(), '[]')`,
  'compass.gesehen': (t) =>
    `insert into compass.gesehen (tenant_id, mitglied_id, leistung_id, fassung)
      values ('${t.id}', '${t.uuid(3)}', ${leistung(t)}, 1)`,
};
