import { bodyRow, klasseOf, kreisRow } from './gebiet-rows.ts';
import * as origins from './origins.ts';
import { readSource, type SourceRow, textOrNull, wholeNumber } from './source-csv.ts';
import { type Origin, type ReferenceSet, sortedBy } from './write-set.ts';

const nrw = '05';

/** All sets of the territory: NRW in `gebiet/`, the other Länder in `gebiet-de/`, nothing twice. */
export function gebietSets(folder: string): ReferenceSet[] {
  const gemeinden = readSource(folder, 'gemeinden_de.csv');
  const kreise = readSource(folder, 'kreise_de.csv');
  const plz = readSource(folder, 'de_plz.csv');
  const inNrw = (row: SourceRow) => row('ags').startsWith(nrw);
  const outside = (row: SourceRow) => !inNrw(row);
  assertSame(readSource(folder, 'gemeinden_nrw.csv'), gemeinden.filter(inNrw));
  return [
    laender(folder),
    ...regionSets(
      { folder: 'gebiet', suffix: '-nrw' },
      kreise.filter(inNrw),
      gemeinden.filter(inNrw),
      plz.filter(inNrw),
    ),
    ...statusSets(readSource(folder, 'gemeinden_nrw.csv'), kreise.filter(inNrw)),
    websites(readSource(folder, 'gemeinden_nrw.csv')),
    ...regionSets(
      { folder: 'gebiet-de', suffix: '' },
      kreise.filter(outside),
      gemeinden.filter(outside),
      plz.filter(outside),
    ),
  ];
}

interface Place {
  readonly folder: string;
  readonly suffix: string;
}

function regionSets(
  place: Place,
  kreise: SourceRow[],
  gemeinden: SourceRow[],
  plz: SourceRow[],
): ReferenceSet[] {
  const plzRows = plz.map((row) => ({ plz: row('plz'), ags: row('ags') }));
  return [
    set(place, 'kreise', 'Kreise', origins.gemeindeverzeichnis, byAgs(kreise.filter(isKreis).map(kreisRow))),
    set(
      place,
      'gemeinden',
      'Gemeinden und Städte',
      origins.gemeindeverzeichnis,
      byAgs(gemeinden.map(bodyRow)),
    ),
    set(
      place,
      'einwohner-2019',
      'Einwohner am 31.12.2019',
      origins.einwohner2019,
      einwohner(gemeinden, 'einwohner_2019', '2019-12-31'),
    ),
    set(
      place,
      'einwohner-2022',
      'Einwohner am 15.05.2022 (Zensus)',
      origins.zensus2022,
      einwohner(gemeinden, 'einwohner_zensus2022', '2022-05-15'),
    ),
    set(
      place,
      'plz',
      'Postleitzahlen',
      origins.postleitzahlen,
      sortedBy(
        plzRows,
        (row) => row.plz,
        (row) => row.ags,
      ),
    ),
  ];
}

/** Kreisfreie Städte stand in the source at both levels; here they are Gemeinden only. */
function isKreis(row: SourceRow): boolean {
  return row('typ') !== 'Kreisfreie Stadt' && row('typ') !== 'Stadtkreis';
}

function einwohner(gemeinden: SourceRow[], column: string, stichtag: string) {
  const known = gemeinden.filter((row) => row(column) !== '');
  return byAgs(known.map((row) => ({ ags: row('ags'), stichtag, einwohner: wholeNumber(row(column)) })));
}

const statusNotes: Readonly<Record<string, string>> = {
  '05334002':
    'Status einer kreisfreien Stadt innerhalb der StädteRegion; ein Teil der Aufgaben liegt bei der StädteRegion (staedteregion-aachen.de).',
};

function statusSets(gemeinden: SourceRow[], kreise: SourceRow[]): ReferenceSet[] {
  const place = { folder: 'gebiet', suffix: '-nrw' };
  const all = gemeinden.map((row) => ({ ags: row('ags'), klasse: klasseOf(row('groessenklasse')) }));
  const byOrdinance = all.filter((row) => row.klasse !== 'kreisfreie-stadt');
  const upper = kreise.filter(isKreis).map((row) => ({ ags: row('ags'), klasse: kreisRow(row).art }));
  const byRegister = [...all.filter((row) => row.klasse === 'kreisfreie-stadt'), ...upper];
  const dated = (rows: typeof all, gueltigVon: string) =>
    byAgs(
      rows.map((row) => ({ ...row, gueltigVon, gueltigBis: null, hinweis: statusNotes[row.ags] ?? null })),
    );
  return [
    set(
      place,
      'groessenklassen',
      'Größenklassen der kreisangehörigen Gemeinden',
      origins.verordnungGroessenklassen,
      dated(byOrdinance, '2025-01-01'),
    ),
    set(
      place,
      'rechtsstellung',
      'Kreisfreie Städte, Kreise und StädteRegion',
      origins.rechtsstellung,
      dated(byRegister, '2020-12-31'),
    ),
  ];
}

function websites(gemeinden: SourceRow[]): ReferenceSet {
  const rows = gemeinden.map((row) => ({
    ags: row('ags'),
    website: textOrNull(row('website')),
    status: row('website_status'),
  }));
  return set(
    { folder: 'gebiet', suffix: '-nrw' },
    'websites',
    'Websites der Gemeinden',
    origins.websites,
    byAgs(rows),
  );
}

function laender(folder: string): ReferenceSet {
  const rows = readSource(folder, 'laender.csv').map((row) => ({
    code: row('code'),
    name: row('name'),
    kuerzel: row('kuerzel'),
  }));
  return set(
    { folder: 'gebiet', suffix: '' },
    'laender',
    'Länder',
    origins.gemeindeverzeichnis,
    sortedBy(rows, (row) => row.code),
  );
}

function byAgs<T extends { ags: string }>(rows: T[]): T[] {
  return sortedBy(rows, (row) => row.ags);
}

function set(
  place: Place,
  name: string,
  titel: string,
  origin: Origin,
  rows: readonly object[],
): ReferenceSet {
  return {
    file: `${place.folder}/${name}${place.suffix}.jsonl`,
    format: `leitwerk.gebiet.${name}/1`,
    titel,
    origin,
    rows,
  };
}

/** Two source tables speak about the Gemeinden of NRW; they must not contradict each other. */
function assertSame(listed: SourceRow[], derived: SourceRow[]): void {
  const facts = (row: SourceRow) =>
    ['ags', 'ars', 'name', 'name_amtlich', 'kreis_ags', 'einwohner_2019', 'einwohner_zensus2022']
      .map(row)
      .join('|');
  const known = new Set(derived.map(facts));
  const stray = listed.find((row) => !known.has(facts(row)));
  if (stray || listed.length !== derived.length) {
    throw new Error(
      `gemeinden_nrw.csv und gemeinden_de.csv widersprechen sich: ${stray?.('name') ?? 'Zeilenzahl'}.`,
    );
  }
}
