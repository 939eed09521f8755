import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { kopfSchema } from '#platform';
import { buildReferenceData } from '../scripts/reference-data/build.ts';
import { sharedFolder } from './support/shared-folder.ts';

const data = join(import.meta.dirname, '../data');
const ours = ['katalog', 'gebiet', 'gebiet-de', 'karte'];
/** Sets that no source delivers: kept by hand, each row with its place. */
const handKept = [
  'gebiet/schwellen-nrw.jsonl',
  'gebiet/statuswechsel-nrw.jsonl',
  'gebiet-de/nachfolge.jsonl',
];
const itDienstleister = join('akteure', 'it-dienstleister.jsonl');
const line = z.record(z.string(), z.unknown());

function filesOf(folder: string): string[] {
  const sets = ours.flatMap((sub) =>
    readdirSync(join(folder, sub))
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => join(sub, name)),
  );
  return [...sets, itDienstleister];
}

function readSet(file: string) {
  const [head = '', ...rows] = readFileSync(join(data, file), 'utf8').trimEnd().split('\n');
  const kopf = kopfSchema.parse(line.parse(JSON.parse(head)).kopf);
  return { kopf, rows: rows.map((row) => line.parse(JSON.parse(row))) };
}

function sum(file: string): number {
  return readSet(file).rows.reduce((total, row) => total + z.number().parse(row.einwohner), 0);
}

function count<T>(rows: readonly T[], matches: (row: T) => boolean): number {
  return rows.filter(matches).length;
}

test('every set names its source, state, licence and grade, and is as long as its head says', () => {
  for (const file of filesOf(data)) {
    const { kopf, rows } = readSet(file);
    assert.equal(rows.length, kopf.zeilen, file);
  }
});

test('the catalogue has 14 Themenfelder, 55 Lagen, 557 OZG-Leistungen and 5,249 Leistungen of 05.10.2019', () => {
  const sizes = { themenfelder: 14, lagen: 55, 'ozg-leistungen': 557, leistungen: 5249 };
  for (const [set, size] of Object.entries(sizes)) {
    const { kopf, rows } = readSet(`katalog/${set}.jsonl`);
    assert.equal(rows.length, size);
    assert.equal(kopf.stand, '2019-10-05');
  }
});

test('436 Leistungen have no LeiKa key, 26 no OZG-Leistung, 8 no Typisierung', () => {
  const { rows } = readSet('katalog/leistungen.jsonl');
  assert.equal(
    count(rows, (row) => row.leika === null),
    436,
  );
  assert.equal(
    count(rows, (row) => row.ozgId === null),
    26,
  );
  assert.equal(
    count(rows, (row) => row.typ === null),
    8,
  );
  assert.equal(new Set(rows.map((row) => row.leika)).size, 4813 + 1);
});

test('3,897 Leistungen link their legal basis, all by http or https', () => {
  const bases = readSet('katalog/leistungen.jsonl').rows.map((row) =>
    z.array(z.object({ text: z.string(), url: z.url({ protocol: /^https?$/ }) })).parse(row.rechtsgrundlagen),
  );
  assert.equal(
    count(bases, (list) => list.length > 0),
    3897,
  );
});

test('NRW has 396 Gemeinden, 30 Kreise and the StädteRegion Aachen', () => {
  const kreise = readSet('gebiet/kreise-nrw.jsonl').rows;
  assert.equal(readSet('gebiet/gemeinden-nrw.jsonl').rows.length, 396);
  assert.equal(
    count(kreise, (row) => row.art === 'kreis'),
    30,
  );
  assert.equal(
    count(kreise, (row) => row.art === 'staedteregion'),
    1,
  );
});

test('the tile map of NRW has one tile for each Gemeinde, no two in one place, all near where they lie', () => {
  const tiles = readSet('karte/kacheln-nrw.jsonl').rows;
  const gemeinden = readSet('gebiet/gemeinden-nrw.jsonl').rows;
  assert.deepEqual(
    tiles.map(({ ags, name }) => ({ ags, name })),
    gemeinden.map(({ ags, name }) => ({ ags, name })),
  );
  assert.equal(new Set(tiles.map(({ spalte, zeile }) => `${spalte}/${zeile}`)).size, 396);
  const tile = (name: string) => {
    const found = tiles.find((row) => row.name === name);
    return { column: z.number().parse(found?.spalte), row: z.number().parse(found?.zeile) };
  };
  assert.ok(tile('Aachen').column < tile('Köln').column && tile('Köln').column < tile('Siegen').column);
  assert.ok(tile('Rheine').row < tile('Münster').row && tile('Münster').row < tile('Bonn').row);
  assert.ok(Math.abs(tile('Lemgo').column - tile('Detmold').column) <= 1);
});

test('35 Große, 132 Mittlere, 23 with the status of a kreisfreie Stadt, 206 others: 396', () => {
  const rows = [
    ...readSet('gebiet/groessenklassen-nrw.jsonl').rows,
    ...readSet('gebiet/rechtsstellung-nrw.jsonl').rows,
  ];
  const of = (klasse: string) => count(rows, (row) => row.klasse === klasse);
  assert.equal(of('grosse-kreisangehoerige-stadt'), 35);
  assert.equal(of('mittlere-kreisangehoerige-stadt'), 132);
  assert.equal(of('kreisfreie-stadt'), 23);
  assert.equal(of('kreisangehoerige-gemeinde'), 206);
  assert.equal(rows.length, 396 + 31);
  assert.equal(rows.find((row) => row.ags === '05334002')?.klasse, 'kreisfreie-stadt');
});

test('the population of NRW sums to 17,890,489 (census 2022) and 17,947,221 (2019)', () => {
  assert.equal(sum('gebiet/einwohner-2022-nrw.jsonl'), 17_890_489);
  assert.equal(sum('gebiet/einwohner-2019-nrw.jsonl'), 17_947_221);
});

test('every PLZ belongs to a known Gemeinde and every Gemeinde of NRW has one', () => {
  for (const [plz, gemeinden] of [
    ['gebiet/plz-nrw.jsonl', 'gebiet/gemeinden-nrw.jsonl'],
    ['gebiet-de/plz.jsonl', 'gebiet-de/gemeinden.jsonl'],
  ] as const) {
    const known = new Set(readSet(gemeinden).rows.map((row) => row.ags));
    const named = new Set(readSet(plz).rows.map((row) => row.ags));
    assert.deepEqual(
      [...named].filter((ags) => !known.has(ags)),
      [],
    );
    assert.equal(known.size, named.size);
  }
});

test('Postleitzahlen stand only in the two files under the ODbL', () => {
  for (const file of filesOf(data)) {
    const { kopf, rows } = readSet(file);
    const withPlz = rows.some((row) => Object.keys(row).some((field) => /plz/i.test(field)));
    assert.equal(withPlz, kopf.lizenz.includes('ODbL'), file);
  }
});

test('the data hold no e-mail address and no telephone number', () => {
  for (const file of filesOf(data)) {
    const text = readFileSync(join(data, file), 'utf8');
    assert.doesNotMatch(text, /[\w.+-]+@[\w-]+\.[a-z]{2,}/i, file);
    assert.doesNotMatch(text, /(?:Tel|Fon|Fax)\b[.: ]+[+0]/, file);
  }
});

test('the whole country has 10,796 Gemeinden, none of them twice', () => {
  const all = [...readSet('gebiet/gemeinden-nrw.jsonl').rows, ...readSet('gebiet-de/gemeinden.jsonl').rows];
  assert.equal(new Set(all.map((row) => row.ags)).size, 10_796);
  assert.equal(all.length, 10_796);
});

test('building the data from their sources gives the same bytes', (t: TestContext) => {
  const shared = sharedFolder(t);
  if (shared === null) return;
  const target = mkdtempSync(join(tmpdir(), 'leitwerk-data-'));
  try {
    buildReferenceData(join(shared, 'reference-data'), target);
    for (const file of filesOf(target)) {
      assert.ok(
        readFileSync(join(target, file)).equals(readFileSync(join(data, file))),
        `${file} is not up to date`,
      );
    }
    const built = filesOf(data).filter((file) => !handKept.includes(file));
    assert.deepEqual(filesOf(target).toSorted(), built.toSorted());
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
});
