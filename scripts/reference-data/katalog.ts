import * as origins from './origins.ts';
import { parseGesetze, parseRechtsgrundlage } from './rechtsgrundlage.ts';
import {
  flagOrNull,
  numberOrNull,
  readSource,
  type SourceRow,
  textOrNull,
  wholeNumber,
} from './source-csv.ts';
import { type ReferenceSet, sortedBy } from './write-set.ts';

/** The sets of the catalogue from the tables in `folder`. */
export function katalogSets(folder: string): ReferenceSet[] {
  return [
    themenfelder(folder),
    lagen(folder),
    ozgLeistungen(folder),
    leistungen(folder),
    verrichtungen(folder),
    typisierungen(folder),
  ];
}

function themenfelder(folder: string): ReferenceSet {
  const rows = readSource(folder, 'themenfelder.csv').map((row) => ({
    id: wholeNumber(row('id')),
    name: row('name'),
    slug: row('slug'),
  }));
  return catalogueSet(
    'themenfelder',
    'Themenfelder',
    sortedBy(rows, (row) => row.id),
  );
}

function lagen(folder: string): ReferenceSet {
  const rows = readSource(folder, 'lagen.csv').map((row) => ({
    id: wholeNumber(row('id')),
    name: row('name'),
    themenfeldId: wholeNumber(row('themenfeld_id')),
  }));
  return catalogueSet(
    'lagen',
    'Lebens- und Geschäftslagen',
    sortedBy(rows, (row) => row.id),
  );
}

function ozgLeistungen(folder: string): ReferenceSet {
  const rows = readSource(folder, 'ozg_leistungen.csv').map((row) => ({
    ozgId: wholeNumber(row('ozg_id')),
    name: row('name'),
    lageId: wholeNumber(row('lage_id')),
  }));
  return catalogueSet(
    'ozg-leistungen',
    'OZG-Leistungen',
    sortedBy(rows, (row) => row.ozgId),
  );
}

function leistungen(folder: string): ReferenceSet {
  const rows = readSource(folder, 'leika_leistungen.csv').map(leistung);
  return catalogueSet(
    'leistungen',
    'Einzelleistungen',
    sortedBy(rows, (row) => row.id),
  );
}

function leistung(row: SourceRow) {
  assertKeyParts(row);
  return {
    id: `L${row('id').padStart(5, '0')}`,
    leika: textOrNull(row('leika_key')),
    name: row('name'),
    ozgId: numberOrNull(row('ozg_id')),
    typ: textOrNull(row('typ').replace(' ', ', ')),
    leistungstyp: textOrNull(row('leistungstyp')),
    sdg1: flagOrNull(row('sdg1')),
    sdg2: flagOrNull(row('sdg2')),
    gesetze: parseGesetze(row('gesetze')),
    rechtsgrundlagen: parseRechtsgrundlage(row('rechtsgrundlage')),
  };
}

/** The parts are derived from the key when it is read; the source must not say anything else. */
function assertKeyParts(row: SourceRow): void {
  const key = row('leika_key');
  if (key === '') return;
  const parts = `99${row('gruppe')}${row('objekt')}${row('verrichtung')}${row('detail')}`;
  if (key !== parts) throw new Error(`leika_leistungen.csv: ${key} widerspricht seinen Teilen ${parts}.`);
}

function verrichtungen(folder: string): ReferenceSet {
  const rows = readSource(folder, 'verrichtungskennungen.csv').map((row) => ({
    code: row('code'),
    name: textOrNull(row('bezeichnung_abgeleitet')),
    belege: wholeNumber(row('belege')),
    widersprueche: wholeNumber(row('andere')),
  }));
  return {
    ...catalogueSet(
      'verrichtungen',
      'Verrichtungskennungen des LeiKa',
      sortedBy(rows, (row) => row.code),
    ),
    origin: origins.verrichtungen,
  };
}

function typisierungen(folder: string): ReferenceSet {
  const known = readSource(folder, 'leika_typisierung.csv').map((row) => ({
    code: row('code'),
    regelung: knownOrNull(row('regelung')),
    vollzug: knownOrNull(row('vollzug')),
    erlaeuterung: row('erlaeuterung'),
    evidenz: row('beleg').startsWith('belegt') ? 'sekundaerquelle' : 'einschaetzung',
    quelle: row('quelle'),
  }));
  const rows = [...known, ...combinations];
  return {
    ...catalogueSet(
      'typisierungen',
      'Typisierungen des LeiKa',
      sortedBy(rows, (row) => row.code),
    ),
    origin: origins.typisierungen,
  };
}

function knownOrNull(value: string): string | null {
  return value === '?' || value === '-' || value === '' ? null : value;
}

const combinations = ['1, 2', '1, 2/3'].map((code) => ({
  code,
  regelung: 'Bund',
  vollzug: 'Bund, Land oder Kommune',
  erlaeuterung:
    'Verbindung zweier Typen im Katalog von 2019: ein Teil wird vom Bund vollzogen, ein Teil von Land oder Kommune.',
  evidenz: 'einschaetzung',
  quelle: 'OZG-Datenbank NRW, Stand 05.10.2019',
}));

function catalogueSet(name: string, titel: string, rows: readonly object[]): ReferenceSet {
  return {
    file: `katalog/${name}.jsonl`,
    format: `leitwerk.katalog.${name}/1`,
    titel,
    origin: origins.ozgDatenbank,
    rows,
  };
}
