import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate, type Result } from '#kernel';
import { actorOf } from '#platform';
import { shippedData } from '../../../../test/support/broken-data.ts';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { beobachtungen } from '../domain/beobachtung.ts';
import type { Territory } from '../domain/territory.ts';
import { territoryVersion } from '../store.ts';
import { shippedTerritory } from '../testing/shipped-territory.ts';
import { loadTerritoryData } from './import-territory.ts';
import { loadTerritory } from './load-territory.ts';
import { type PopulationPreview, previewPopulation, reportPopulation } from './report-population.ts';

const actor = actorOf('betreiber', 'test');
const today = localDate('2026-11-22');
const bytesOf = (text: string) => new TextEncoder().encode(text);

function unwrap<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function preview(territory: Territory, text: string | Uint8Array): PopulationPreview {
  return unwrap(previewPopulation(territory, typeof text === 'string' ? bytesOf(text) : text, today));
}

test('gelesene Stichtage führen die Beobachtung weiter: noch zwei Stichtage über 25.000', async () => {
  await using t = await testDatabase();
  unwrap(await loadTerritoryData(t.db, actor, shippedData));
  const territory = await t.db.withPublic(loadTerritory);
  const csv = 'ags;stichtag;einwohner\n5154004;31.12.2025;24.900\n05154004;2026-06-30;25.100\n';
  const input = { bytes: bytesOf(csv), quelle: 'IT.NRW (Probe)', quelleUrl: null, trotzFehlern: false };
  const before = await t.db.withPublic(territoryVersion);
  const done = unwrap(await reportPopulation(t.db, territory, actor, input, today));
  assert.equal(done.neu.length, 2);
  assert.ok((await t.db.withPublic(territoryVersion)) > before, 'whoever holds a snapshot must notice');
  const now = await t.db.withPublic(loadTerritory);
  const watch = beobachtungen(now, '05154004', today).find(
    ({ schwelle }) => schwelle.id === '2018-mittlere-amt',
  );
  assert.deepEqual([watch?.stand, watch?.noch, watch?.fehlend], ['im-lauf', 2, 0]);
  const again = unwrap(await reportPopulation(t.db, now, actor, input, today));
  assert.deepEqual([again.neu.length, again.geaendert.length, again.gleich], [0, 0, 2]);
  const { rows } = await t.superuser.query(
    `select summary from platform.audit where action = 'territory.population.reported'`,
  );
  assert.equal(rows.length, 1);
});

test('eine berichtigte Zahl gilt, die alte bleibt in der Tabelle stehen', async () => {
  await using t = await testDatabase();
  unwrap(await loadTerritoryData(t.db, actor, shippedData));
  const report = async (einwohner: number) => {
    const territory = await t.db.withPublic(loadTerritory);
    const bytes = bytesOf(`gemeinde,stichtag,einwohner\nLemgo,2019-12-31,${einwohner}`);
    const input = { bytes, quelle: 'Probe', quelleUrl: null, trotzFehlern: false };
    return unwrap(await reportPopulation(t.db, territory, actor, input, today));
  };
  assert.equal((await report(40_001)).geaendert.length, 1);
  assert.equal((await report(40_002)).geaendert[0]?.bisher, 40_001);
  const now = await t.db.withPublic(loadTerritory);
  assert.equal(
    now.einwohnerByAgs.get('05766044')?.find(({ stichtag }) => stichtag === '2019-12-31')?.zahl,
    40_002,
  );
  const { rows } = await t.superuser.query('select 1 from territory.einwohner_meldung');
  assert.equal(rows.length, 2);
});

test('Fehler werden Zeile für Zeile gesagt, die guten Zeilen angeboten, nichts halb gespeichert', async () => {
  await using t = await testDatabase();
  unwrap(await loadTerritoryData(t.db, actor, shippedData));
  const territory = await t.db.withPublic(loadTerritory);
  const csv = [
    'AGS;Stichtag;Einwohner',
    '05766044;2024-12-31;41000',
    '05766044;2024-12-31;41001',
    '05766;2024-12-31;340000',
    'Lemgoo;2024-12-31;1',
    '05766008;2024-02-30;1',
    '05766008;2099-12-31;1',
    '05766008;2024-12-31;=SUMME(A1:A3)',
    '05766008;2024-12-31;viele',
    ';;',
    '05766008;2022-05-15;30.000',
  ].join('\r\n');
  const input = { bytes: bytesOf(csv), quelle: 'Probe', quelleUrl: null, trotzFehlern: false };
  const refused = await reportPopulation(t.db, territory, actor, input, today);
  assert.ok(!refused.ok);
  assert.equal(refused.refusal.code, 'TERRITORY_POPULATION_BROKEN_LINES');
  const lines = refused.refusal.fields?.map(({ field }) => field);
  assert.deepEqual(
    lines,
    [3, 4, 5, 6, 7, 8, 9].map((line) => `datei, Zeile ${line}`),
  );
  const messages = refused.refusal.fields?.map(({ message }) => message).join('\n') ?? '';
  for (const told of [
    /schon in Zeile 2/,
    /Summe seiner Gemeinden/,
    /Lemgoo/,
    /30/,
    /Zukunft/,
    /Formel/,
    /viele/,
  ])
    assert.match(messages, told);
  assert.equal((await t.superuser.query('select 1 from territory.einwohner_meldung')).rowCount, 0);
  const taken = unwrap(
    await reportPopulation(t.db, territory, actor, { ...input, trotzFehlern: true }, today),
  );
  assert.deepEqual([taken.neu.length, taken.geaendert.length, taken.ausserhalb], [1, 1, 1]);
  assert.equal((await t.superuser.query('select 1 from territory.einwohner_meldung')).rowCount, 2);
});

test('Windows-1252, Excel-Datei, falsche Spalten, Zitatzeichen ohne Ende, leere Datei', async () => {
  const territory = await shippedTerritory('nrw');
  const latin = Buffer.from('gemeinde;stichtag;bev\xf6lkerung\nH\xfcrth;2024-12-31;61209', 'latin1');
  assert.equal(preview(territory, latin).neu[0]?.body.name, 'Hürth');
  for (const [bytes, told] of [
    [Buffer.from('PK\x03\x04…'), /Excel- oder ZIP-Datei/],
    [Buffer.from([0xff, 0xfe, 0x41, 0x00]), /keine Textdatei/],
    [bytesOf('name;wert\nLemgo;1'), /Gefunden: name, wert/],
    [bytesOf(''), /Die erste Zeile muss/],
    [bytesOf('ags;stichtag;einwohner\n"05766044;2024-12-31;1'), /Anführungszeichen/],
    [bytesOf(`ags;stichtag;einwohner\n${'05766044;2024-12-31;1\n'.repeat(4001)}`), /4001 Zeilen/],
  ] as const) {
    const refused = previewPopulation(territory, bytes, today);
    assert.ok(!refused.ok);
    assert.match(refused.refusal.message, told);
  }
});

test('ohne Quelle wird keine Zahl genommen', async () => {
  await using t = await testDatabase();
  const territory = await shippedTerritory('nrw');
  for (const [quelle, quelleUrl, field] of [
    [' ', null, 'quelle'],
    ['Probe', 'javascript:alert(1)', 'quelleUrl'],
  ] as const) {
    const input = { bytes: bytesOf('ags;stichtag;einwohner\n'), quelle, quelleUrl, trotzFehlern: true };
    const refused = await reportPopulation(t.db, territory, actor, input, today);
    assert.ok(!refused.ok);
    assert.equal(refused.refusal.fields?.[0]?.field, field);
  }
});

test('Jüchen: bis Ende 2018 kreisangehörige Gemeinde, seit 2019 Mittlere, mit der Änderungsverordnung', async () => {
  const territory = await shippedTerritory('nrw');
  const facts = territory.klassenByAgs.get('05162012') ?? [];
  assert.deepEqual(
    facts.map(({ klasse, validFrom, validTo }) => [klasse, validFrom, validTo]),
    [
      ['kreisangehoerige-gemeinde', '2017-11-28', '2018-12-31'],
      ['mittlere-kreisangehoerige-stadt', '2019-01-01', '2024-12-31'],
      ['mittlere-kreisangehoerige-stadt', '2025-01-01', null],
    ],
  );
  assert.match(facts[1]?.note ?? '', /GV\. NRW\. 2017 S\. 864/);
});
