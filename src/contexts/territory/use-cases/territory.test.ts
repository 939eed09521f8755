import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { actorOf } from '#platform';
import { copyData, shippedData } from '../../../../test/support/broken-data.ts';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { frueherNichtBelegt, groessenklasseOn } from '../domain/groessenklasse-on.ts';
import { territoryVersion } from '../store.ts';
import { applyTerritoryImport, loadTerritoryData, previewTerritoryImport } from './import-territory.ts';
import { loadTerritory } from './load-territory.ts';
import { resolveBody } from './resolve-body.ts';

const actor = actorOf('betreiber', 'test');

async function shippedTerritory(wholeCountry = false) {
  await using t = await testDatabase();
  await loadTerritoryData(t.db, actor, shippedData);
  if (wholeCountry) await loadTerritoryData(t.db, actor, shippedData, 'uebriges-deutschland');
  return await t.db.withPublic(loadTerritory);
}

test('NRW is 427 bodies: 396 Gemeinden, 30 Kreise and the StädteRegion Aachen', async () => {
  const territory = await shippedTerritory();
  const of = (art: string) => territory.bodies.filter((body) => body.art === art).length;
  assert.equal(territory.bodies.length, 427);
  assert.deepEqual([of('stadt') + of('gemeinde'), of('kreis'), of('staedteregion')], [396, 30, 1]);
  assert.equal(territory.gemeindenByKreis.get('05766')?.length, 16);
  assert.equal(territory.bodyByAgs.get('05334002')?.kreisAgs, '05334');
  assert.equal(territory.bodyByAgs.get('05111000')?.kreisAgs, null);
  assert.equal(
    territory.einwohnerByAgs.get('05766')?.[0]?.zahl,
    348_030,
    'a Kreis has the sum of its Gemeinden',
  );
});

test('every body has a class; before its list it is an estimate marked as such', async () => {
  const territory = await shippedTerritory();
  const today = localDate('2026-11-21');
  for (const body of territory.bodies) assert.ok(groessenklasseOn(territory, body.ags, today), body.name);
  const lemgo = groessenklasseOn(territory, '05766044', today);
  assert.equal(lemgo?.klasse, 'mittlere-kreisangehoerige-stadt');
  assert.equal(lemgo?.grade, 'norm-gelesen');
  const before = groessenklasseOn(territory, '05766044', localDate('2024-12-31'));
  assert.equal(before?.klasse, 'mittlere-kreisangehoerige-stadt');
  assert.equal(before?.grade, 'einschaetzung');
  assert.equal(before?.note, frueherNichtBelegt);
  assert.equal(groessenklasseOn(territory, '99999999', today), null);
});

test('status is not population: Hürth is Mittlere with 61,209 people, Altena with 16,774', async () => {
  const territory = await shippedTerritory();
  for (const name of ['Hürth', 'Altena', 'Werdohl']) {
    const body = resolveBody(territory, name);
    assert.ok(body.ok);
    assert.equal(
      groessenklasseOn(territory, body.value.ags, localDate('2025-01-01'))?.klasse,
      'mittlere-kreisangehoerige-stadt',
    );
  }
});

test('a body is found by key and by the ways in which people write its name', async () => {
  const territory = await shippedTerritory();
  const expected = {
    '05766044': [
      '05766044',
      '05766 044',
      '057660044044',
      'Lemgo',
      ' lemgo ',
      'LEMGO',
      'Lemgo, Stadt',
      'Stadt Lemgo',
      'Alte Hansestadt Lemgo',
      'Lemgo, Kreis Lippe',
    ],
    '05766': ['05766', 'Kreis Lippe', 'Lippe', 'kreis lippe', 'Lippe, Kreis'],
    '05766052': ['Lügde', 'Luegde', 'Lügde, Stadt der Osterräder'],
    '05978036': ['Stadt Unna', 'Unna, Stadt'],
    '05978': ['Kreis Unna', 'Unna, Kreis'],
    '05334': ['Städteregion Aachen', 'StädteRegion Aachen', 'Staedteregion Aachen'],
    '05334002': ['Aachen', 'Stadt Aachen'],
    '05111000': ['Düsseldorf', '05111'],
    '05158020': ['Langenfeld', 'Langenfeld (Rheinland)', 'Langenfeld Rheinland'],
    '05914000': ['Hagen', 'Hagen, Stadt der FernUniversität'],
    '05382056': ['Sankt Augustin', 'St. Augustin'],
  };
  for (const [ags, texts] of Object.entries(expected)) {
    for (const text of texts) {
      const found = resolveBody(territory, text);
      assert.ok(found.ok, text);
      assert.equal(found.value.ags, ags, text);
    }
  }
});

test('19 names in NRW are a Stadt and a Kreis at once; each asks which one is meant', async () => {
  const territory = await shippedTerritory();
  const names = territory.bodies.filter((body) => body.art === 'kreis').map((body) => body.officialName);
  const refused = names.map((name) => resolveBody(territory, name)).filter((found) => !found.ok);
  assert.equal(refused.length, 19);
  const unna = resolveBody(territory, 'Unna');
  assert.ok(!unna.ok);
  assert.equal(unna.refusal.kind, 'ambiguous');
  assert.equal(unna.refusal.code, 'TERRITORY_BODY_AMBIGUOUS');
  assert.deepEqual(
    unna.refusal.suggestions?.map(({ key }) => key),
    ['05978', '05978036'],
  );
});

test('an unknown body is not found and offers near names; a PLZ offers its Gemeinde', async () => {
  const territory = await shippedTerritory();
  for (const [text, near] of [
    ['Lemgoo', '05766044'],
    ['Bilefeld', '05711000'],
    ['05766045', '05766044'],
    ['32657', '05766044'],
  ] as const) {
    const found = resolveBody(territory, text);
    assert.ok(!found.ok, text);
    assert.equal(found.refusal.kind, 'not-found');
    assert.equal(found.refusal.code, 'TERRITORY_BODY_UNKNOWN');
    assert.ok(
      found.refusal.suggestions?.some(({ key }) => key === near),
      text,
    );
  }
  for (const text of ['', '<script>', "'; drop table", 'x'.repeat(10_000)])
    assert.ok(!resolveBody(territory, text).ok);
});

test('the rest of Germany is added without touching NRW; equal names then ask for the Kreis', async () => {
  const territory = await shippedTerritory(true);
  assert.equal(territory.bodies.filter((body) => body.ags.length === 8).length, 10_796);
  assert.equal(territory.bodies.filter((body) => body.land === '05').length, 427);
  const many = resolveBody(territory, 'Neuenkirchen');
  assert.ok(!many.ok);
  assert.equal(many.refusal.code, 'TERRITORY_BODY_AMBIGUOUS');
  assert.equal(many.refusal.suggestions?.length, 11);
  const one = resolveBody(territory, 'Neuenkirchen, Kreis Steinfurt');
  assert.ok(one.ok);
  assert.equal(one.value.ags, '05566060');
});

test('a second import and a second start change nothing, and the import stands in the audit trail', async () => {
  await using t = await testDatabase();
  assert.deepEqual(await loadTerritoryData(t.db, actor, shippedData), { ok: true, value: { loaded: true } });
  const second = await applyTerritoryImport(t.db, actor, shippedData);
  assert.ok(second.ok && !second.value.changed);
  assert.deepEqual(await loadTerritoryData(t.db, actor, shippedData), { ok: true, value: { loaded: false } });
  assert.equal(await t.db.withPublic(territoryVersion), 1);
  const preview = await previewTerritoryImport(t.db, shippedData);
  assert.ok(preview.ok);
  for (const { neu, geaendert, entfallen } of Object.values(preview.value.counts))
    assert.deepEqual([neu, geaendert, entfallen], [0, 0, 0]);
  const audit = await t.superuser.query(
    `select 1 from platform.audit where action = 'territory.fassung.imported'`,
  );
  assert.equal(audit.rowCount, 1);
});

test('a PLZ, a class or a Kreis that names an unknown body is refused by file, line and field', async () => {
  await using t = await testDatabase();
  for (const [file, line, field] of [
    ['gebiet/plz-nrw.jsonl', 1, 'ags'],
    ['gebiet/groessenklassen-nrw.jsonl', 4, 'ags'],
    ['gebiet/websites-nrw.jsonl', 2, 'ags'],
  ] as const) {
    using copy = copyData();
    copy.edit(file, (lines) =>
      lines.with(line, (lines[line] ?? '').replace(/"ags":"\d{8}"/, '"ags":"05999999"')),
    );
    const result = await applyTerritoryImport(t.db, actor, copy.folder);
    assert.ok(!result.ok);
    assert.equal(result.refusal.fields?.[0]?.field, `${file}, Zeile ${line + 1}, ${field}`);
    assert.match(result.refusal.fields?.[0]?.message ?? '', /05999999/);
  }
  assert.equal(await t.db.withPublic(territoryVersion), 0);
});
