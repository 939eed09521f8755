import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { actorOf } from '#platform';
import { copyData, shippedData } from '../../../../test/support/broken-data.ts';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { catalogueVersion } from '../store.ts';
import { applyCatalogueImport, loadCatalogueData, previewCatalogueImport } from './import-catalogue.ts';
import { loadCatalogue, loadFassung } from './load-catalogue.ts';

const actor = actorOf('betreiber', 'test');
const leistungen = 'katalog/leistungen.jsonl';

test('the shipped catalogue is imported once; a second import and a second start change nothing', async () => {
  await using t = await testDatabase();
  const first = await applyCatalogueImport(t.db, actor, shippedData);
  assert.ok(first.ok && first.value.changed);
  assert.equal(first.value.counts['catalogue.leistung']?.neu, 5249);
  const second = await applyCatalogueImport(t.db, actor, shippedData);
  assert.ok(second.ok && !second.value.changed);
  assert.deepEqual(await loadCatalogueData(t.db, actor, shippedData), { ok: true, value: { loaded: false } });
  assert.equal(await t.db.withPublic(catalogueVersion), 1);
  const audit = await t.superuser.query(`select actor, object_id from platform.audit
    where action = 'catalogue.fassung.imported'`);
  assert.deepEqual(audit.rows, [{ actor: 'betreiber:test', object_id: '1' }]);
});

test('the snapshot holds the whole tree, the nulls of the source and its state date', async () => {
  await using t = await testDatabase();
  await loadCatalogueData(t.db, actor, shippedData);
  const catalogue = await t.db.withPublic((tx) => loadCatalogue(tx));
  assert.equal(catalogue.fassung.stand, '2019-10-05');
  assert.deepEqual([catalogue.themenfelder.length, catalogue.lagen.length], [14, 55]);
  assert.deepEqual([catalogue.ozgLeistungen.length, catalogue.leistungen.length], [557, 5249]);
  assert.equal(catalogue.leistungByLeika.size, 5249 - 436);
  assert.equal(catalogue.ohneOzg.length, 26);
  const inTree = catalogue.tree.reduce((total, node) => total + node.leistungen, 0);
  assert.equal(inTree + catalogue.ohneOzg.length, 5249);
  const hundesteuer = catalogue.leistungByLeika.get('99102013000000');
  assert.equal(hundesteuer?.objekt, '99102013');
  assert.equal(hundesteuer?.name, 'Hundesteuer');
});

test('a preview names what would change, the import keeps the id and the old version stays readable', async () => {
  await using t = await testDatabase();
  await loadCatalogueData(t.db, actor, shippedData);
  using copy = copyData();
  copy.edit(leistungen, (lines) =>
    lines.map((line) => line.replace('"name":"Hundesteuer",', '"name":"Steuer auf Hunde",')),
  );
  const preview = await previewCatalogueImport(t.db, copy.folder);
  assert.ok(preview.ok);
  const plan = preview.value.plans.find(({ table }) => table === 'catalogue.leistung')?.plan;
  assert.deepEqual(
    plan?.changed.map(({ fields }) => fields),
    [[{ field: 'name', before: 'Hundesteuer', after: 'Steuer auf Hunde' }]],
  );
  assert.equal(await t.db.withPublic(catalogueVersion), 1, 'a preview writes nothing');
  assert.ok((await applyCatalogueImport(t.db, actor, copy.folder)).ok);
  const [now, then] = await t.db.withPublic(async (tx) => [
    await loadCatalogue(tx),
    await loadFassung(tx, 1),
  ]);
  const renamed = now?.leistungByLeika.get('99102013000000');
  assert.equal(renamed?.name, 'Steuer auf Hunde');
  assert.equal(then?.leistungById.get(renamed?.id ?? '')?.name, 'Hundesteuer');
});

test('a Leistung that a newer catalogue drops is gone from it, and comes back with the older one', async () => {
  await using t = await testDatabase();
  await loadCatalogueData(t.db, actor, shippedData);
  using copy = copyData();
  copy.edit(leistungen, ([head = '', , ...rest]) => [
    head.replace('"zeilen":5249', '"zeilen":5248'),
    ...rest,
  ]);
  await applyCatalogueImport(t.db, actor, copy.folder);
  assert.equal((await t.db.withPublic((tx) => loadCatalogue(tx))).leistungById.has('L00001'), false);
  const back = await applyCatalogueImport(t.db, actor, shippedData);
  assert.ok(back.ok && back.value.changed);
  assert.ok((await t.db.withPublic((tx) => loadCatalogue(tx))).leistungById.has('L00001'));
});

const damages: readonly [string, string, (lines: string[]) => string[], RegExp, RegExp][] = [
  [
    'broken JSON',
    leistungen,
    (lines) => lines.with(9, '{"id":"L00009",'),
    /leistungen\.jsonl, Zeile 10/,
    /kein gültiges JSON/,
  ],
  [
    'a foreign format',
    'katalog/lagen.jsonl',
    (lines) => lines.with(0, (lines[0] ?? '').replace('lagen/1', 'lagen/9')),
    /Zeile 1, kopf\.format/,
    /leitwerk\.katalog\.lagen\/1/,
  ],
  ['no head', 'katalog/lagen.jsonl', (lines) => lines.slice(1), /Zeile 1, kopf/, /fehlt/],
  [
    'a bad key',
    leistungen,
    (lines) => lines.with(2, (lines[2] ?? '').replace('99012001000000', '990120')),
    /Zeile 3, leika/,
    /Form/,
  ],
  [
    'a foreign column',
    leistungen,
    (lines) => lines.with(2, (lines[2] ?? '').replace('{', '{"telefon":"1",')),
    /Zeile 3/,
    /„telefon“/,
  ],
  ['a doubled key', leistungen, (lines) => lines.with(3, lines[2] ?? ''), /Zeile 4, id/, /schon in Zeile 3/],
  [
    'an unknown OZG number',
    leistungen,
    (lines) => lines.with(2, (lines[2] ?? '').replace('10513', '19999')),
    /Zeile 3, ozgId/,
    /„19999“ steht nicht in katalog\/ozg-leistungen/,
  ],
  [
    'a file cut off between lines',
    leistungen,
    (lines) => lines.slice(0, 4000),
    /Zeile 1, kopf\.zeilen/,
    /nennt 5249 Zeilen, die Datei hat 3999/,
  ],
  [
    'a file cut off inside a line',
    leistungen,
    (lines) => [...lines.slice(0, 4000), '{"id":"L04'],
    /Zeile 4001/,
    /abgeschnitten/,
  ],
];

for (const [damage, file, change, place, remedy] of damages) {
  test(`a catalogue with ${damage} is refused by file, line and field, and nothing is imported`, async () => {
    await using t = await testDatabase();
    using copy = copyData();
    copy.edit(file, change);
    const result = await applyCatalogueImport(t.db, actor, copy.folder);
    assert.ok(!result.ok);
    assert.equal(result.refusal.code, 'REFERENCE_FILE_INVALID');
    assert.match(result.refusal.message, /nichts übernommen/);
    assert.match(result.refusal.fields?.[0]?.field ?? '', place);
    assert.match(result.refusal.fields?.[0]?.message ?? '', remedy);
    assert.equal(await t.db.withPublic(catalogueVersion), 0);
  });
}

test('a missing file is named', async () => {
  await using t = await testDatabase();
  using copy = copyData();
  rmSync(join(copy.folder, 'katalog/lagen.jsonl'));
  const result = await loadCatalogueData(t.db, actor, copy.folder);
  assert.ok(!result.ok);
  assert.equal(result.refusal.code, 'REFERENCE_FILE_MISSING');
  assert.match(result.refusal.message, /katalog\/lagen\.jsonl fehlt/);
});

test('two imports at the same time make one version', async () => {
  await using t = await testDatabase();
  await Promise.all([
    loadCatalogueData(t.db, actor, shippedData),
    loadCatalogueData(t.db, actor, shippedData),
  ]);
  assert.equal(await t.db.withPublic(catalogueVersion), 1);
});
