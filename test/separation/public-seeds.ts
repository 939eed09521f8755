import type { Seed } from './seeds.ts';

const version = (schema: string) => `(select max(nummer) from ${schema}.fassung)`;

const catalogue = version('catalogue');
const territory = version('territory');
const duties = version('duties');

const fassung =
  (schema: string): Seed =>
  (t) =>
    `insert into ${schema}.fassung (stand, hash, saetze, aenderungen, eingelesen_von)
      values ('2019-10-0${t.number}', '${t.key}', '[]', '{}', 'system:test')`;

/** Rows of public tables belong to nobody; two different ones stand in each. */
export const publicSeeds: Readonly<Record<string, Seed>> = {
  'catalogue.fassung': fassung('catalogue'),
  'catalogue.themenfeld': (t) =>
    `insert into catalogue.themenfeld values (${t.number}, ${catalogue}, false, 'Feld', 'feld-${t.letter}')`,
  'catalogue.lage': (t) => `insert into catalogue.lage values (${t.number}, ${catalogue}, false, 'Lage', 1)`,
  'catalogue.ozg_leistung': (t) =>
    `insert into catalogue.ozg_leistung values (${t.number}, ${catalogue}, false, 'Leistung', 1)`,
  'catalogue.leistung': (t) =>
    `insert into catalogue.leistung (id, fassung, name, gesetze, rechtsgrundlagen)
      values ('L0000${t.number}', ${catalogue}, 'Leistung', '[]', '[]')`,
  'catalogue.verrichtung': (t) =>
    `insert into catalogue.verrichtung values ('00${t.number}', ${catalogue}, false, 'Erteilung', 1, 0)`,
  'catalogue.typisierung': (t) =>
    `insert into catalogue.typisierung (code, fassung, erlaeuterung, evidenz, quelle)
      values ('${t.number}', ${catalogue}, 'Wort', 'norm-gelesen', 'Quelle')`,
  'catalogue.nachfolge': (t) =>
    `insert into catalogue.nachfolge values ('L0000${t.number}', 'L0001${t.number}', ${catalogue}, 'teilung')`,
  'catalogue.ruecknahme': () =>
    `insert into catalogue.ruecknahme (fassung, grund, zurueckgenommen_von)
      values (${catalogue}, 'Probe', 'system:test')`,
  'territory.fassung': (t) =>
    `insert into territory.fassung (umfang, stand, hash, saetze, aenderungen, eingelesen_von)
      values ('nrw', '2025-01-0${t.number}', '${t.key}', '[]', '{}', 'system:test')`,
  'territory.land': (t) =>
    `insert into territory.land values ('0${t.number}', ${territory}, false, 'Land', 'L${t.letter}')`,
  'territory.koerperschaft': (t) =>
    `insert into territory.koerperschaft (ags, fassung, name, amtlicher_name, art, bezeichnung, land)
      values ('0576604${t.number}', ${territory}, 'Ort', 'Stadt Ort', 'stadt', 'Stadt', '05')`,
  'territory.groessenklasse': (t) =>
    `insert into territory.groessenklasse (ags, gueltig_von, fassung, klasse, satz)
      values ('0576604${t.number}', '2025-01-01', ${territory}, 'kreisangehoerige-gemeinde', 'satz')`,
  'territory.einwohner': (t) =>
    `insert into territory.einwohner values ('0576604${t.number}', '2024-12-31', ${territory}, false, 1, 'satz')`,
  'territory.schwelle': (t) =>
    `insert into territory.schwelle (id, fassung, regelfassung, von, nach, art, vergleich, einwohner, stichtage, tage,
        norm, quelle, evidenz)
      values ('schwelle-${t.letter}', ${territory}, 'Fassung', '[]', 'kreis', 'auf-antrag', 'ueber', 1, 1, '[]', 'Norm',
        '{}', 'einschaetzung')`,
  'territory.einwohner_meldung': (t) =>
    `insert into territory.einwohner_meldung (ags, stichtag, einwohner, quelle, gemeldet_von)
      values ('0576604${t.number}', '2024-12-31', 1, '{}', 'system:test')`,
  'territory.website': (t) =>
    `insert into territory.website values ('0576604${t.number}', ${territory}, false, null, 'unbekannt')`,
  'territory.plz': (t) =>
    `insert into territory.plz values ('3265${t.number}', '0576604${t.number}', ${territory})`,
  'duties.fassung': fassung('duties'),
  'duties.regel': (t) =>
    `insert into duties.regel (id, fassung, aufgabe_id, thema, land, aufgabe, reichweite, verteilung, norm, quellen, beleg, evidenz,
        ausser_kraft, nachfolge_geprueft, vorbehalte)
      values ('regel-${t.letter}', ${duties}, 'aufgabe', 'umwelt', '05', 'Aufgabe', '{}', '{}', 'Norm', '[]', 'Beleg', 'einschaetzung',
        false, false, '[]')`,
  'duties.uebertragung': (t) =>
    `insert into duties.uebertragung (id, fassung, von, aufgabe_ids, norm, source, evidenz, erfunden)
      values ('uebertragung-${t.letter}', ${duties}, '05766', '[]', 'Norm', '{}', 'einschaetzung', true)`,
  'duties.bestimmung': (t) =>
    `insert into duties.bestimmung (id, fassung, ags, aufgabe_id, bestimmt, source, evidenz, erfunden)
      values ('bestimmung-${t.letter}', ${duties}, '0576604${t.number}', 'regel', true, '{}', 'einschaetzung', true)`,
  'duties.bestaetigte_delegation': (t) =>
    `insert into duties.bestaetigte_delegation
        (id, art, ziel_id, letzter_tag, begruendung, angegeben_haus, angegeben_von, bestaetigt_haus, bestaetigt_von)
      values ('${t.uuid(1)}', 'beenden', 'aachen-abfall', '2026-01-01', 'Quelle', 'Haus', 'system:eins', 'Haus',
        'system:zwei')`,
  'duties.bestaetigte_bestimmung': (t) =>
    `insert into duties.bestaetigte_bestimmung (id, ags, aufgabe_id, bestimmt, source, evidenz, gueltig_von, bestaetigt_von)
      values ('${t.uuid(1)}', '0576604${t.number}', 'regel', true, '{}', 'einschaetzung', '2026-01-01', 'system:test')`,
  'duties.entschiedene_regel': (t) =>
    `insert into duties.entschiedene_regel (id, regel_id, art, grundlage, begruendung, vorgeschlagen_haus, vorgeschlagen_von,
        entschieden_haus, entschieden_von)
      values ('${t.uuid(1)}', 'regel-${t.letter}', 'bestaetigen', 'hash', '', 'Haus', 'system:eins', 'Haus', 'system:zwei')`,
};
