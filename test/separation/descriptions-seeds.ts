import type { Seed } from './seeds.ts';

/** A source with one reading and its objects, and a text and a draft of each organisation. */
export const descriptionsSeeds: Readonly<Record<string, Seed>> = {
  'descriptions.quelle': (t) =>
    `insert into descriptions.quelle (id, name, ars, angelegt_von)
      values ('quelle-${t.letter}', 'Quelle', '050000000000', 'system:test')`,
  'descriptions.einlesung': (t) =>
    `insert into descriptions.einlesung (quelle, umfang, zustand, dateiname, datei_hash, bytes, angelegt_von)
      values ('quelle-${t.letter}', 'vollstaendig', 'aktiv', 'x.xml', '${t.key}', 1, 'system:test')`,
  'descriptions.objekt': (t) =>
    `insert into descriptions.objekt (einlesung, nr, art, agentur, id, geloescht, pruefsumme, xml, name, ars, abschnitte,
        suchbegriffe, teaser, daten, redaktion)
      values ((select max(nummer) from descriptions.einlesung), ${t.number}, 'leistung', '', 'L-${t.letter}', false,
        '${t.uuid(1)}', '<a/>', 'Name', '{}', '[]', '{}', '', '{}', 'Redaktion')`,
  'descriptions.bezug': (t) =>
    `insert into descriptions.bezug values ('L0000${t.number}', '050000000000',
      (select max(nummer) from descriptions.einlesung), ${t.number})`,
  'descriptions.wechsel': (t) =>
    `insert into descriptions.wechsel (was, von) values ('einlesung ${t.number}', 'system:test')`,
  'descriptions.text': (t) =>
    `insert into descriptions.text (tenant_id, leistung_id, sprache, nummer, ars, ebene, redaktion, inhalt, pruefen_bis,
        veroeffentlicht_am, veroeffentlicht_von)
      values ('${t.id}', 'L00001', 'de', 1, '057660044044', 'Gemeinde', 'Ort', '{}', '2027-01-01', now(), 'system:test')`,
  'descriptions.text_entwurf': (t) =>
    `insert into descriptions.text_entwurf (tenant_id, leistung_id, sprache, version, inhalt, geaendert_am, geaendert_von)
      values ('${t.id}', 'L00001', 'de', 1, '{}', now(), 'system:test')`,
};
