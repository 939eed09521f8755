import assert from 'node:assert/strict';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { clockFrom, type Result } from '#kernel';
import { actorOf, type Operation, type Principal } from '#platform';
import { shippedData } from '../../../../test/support/broken-data.ts';
import { askerOf, downloadOf, pageOf, refusalOf } from '../../../../test/support/page-request.ts';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { territoryCommands } from '../cli.ts';
import { populationCommands } from '../cli-population.ts';
import { shippedTerritory } from '../testing/shipped-territory.ts';
import { loadTerritoryData } from '../use-cases/import-territory.ts';
import { loadTerritory } from '../use-cases/load-territory.ts';
import { territoryOperations } from './operations.ts';
import { territoryPages } from './pages.ts';
import { populationOperations } from './population-operations.ts';
import { populationPages } from './population-pages.ts';

const clock = clockFrom(() => new Date('2026-11-22T10:00:00Z'));
const snapshot = await shippedTerritory('nrw');
const territory = async () => snapshot;
const ask = askerOf(territoryPages({ territory, clock, demo: true }));
const actor = actorOf('betreiber', 'test');
const principal: Principal = {
  kind: 'betreiber',
  actor,
  tenant: null,
  permissions: new Set(['reference.import']),
};

async function call(
  operations: readonly Operation[],
  path: string,
  input: { params?: object; query?: object; body?: object },
) {
  const operation = operations.find((one) => one.path === path);
  assert.ok(operation, path);
  const raw = { params: {}, query: {}, body: undefined, ...input, principal, clientAddress: '127.0.0.1' };
  const result = await operation.invoke(raw);
  if (result.ok) assert.deepEqual(operation.schemas.response.parse(result.value), result.value);
  return result;
}

function unwrap<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

describe('die Größenklasse als Status', () => {
  test('die Liste zeigt 396 Gemeinden und filtert nach Klasse, Kreis und Beobachtung', async () => {
    const count = async (address: string) =>
      /([\d.]+) Gemeinden?/.exec(
        (await pageOf(await ask.get(address))).query.get('heading', 'Gemeinde').text,
      )?.[1];
    assert.equal(await count('/groessenklassen'), '396');
    assert.equal(await count('/groessenklassen?groessenklasse=grosse-kreisangehoerige-stadt'), '35');
    assert.equal(await count('/groessenklassen?kreis=05766'), '16');
    assert.equal(await count('/groessenklassen?stand=ohne-schwelle'), '23');
    const csv = (await downloadOf(await ask.get('/groessenklassen.csv'))).toString();
    assert.equal(csv.trimEnd().split('\n').length, 397);
    assert.equal(refusalOf(await ask.get('/groessenklassen?datum=morgen')).code, 'DATE_INVALID');
  });

  test('Status folgt nicht aus der Einwohnerzahl: Hürth und Altena sind Mittlere, jede mit ihrer Schwelle', async () => {
    const huerth = await pageOf(await ask.get('/kommunen/H%C3%BCrth/groessenklasse'));
    assert.equal(huerth.preline, 'Mittlere kreisangehörige Stadt');
    assert.match(huerth.query.text, /mehr als 50\.000 Einwohnern \(zuletzt 59\.731 am 31\.12\.2019\)/);
    const altena = await pageOf(await ask.get('/kommunen/05962004/groessenklasse'));
    assert.match(altena.query.text, /Streichung aus der Verordnung, auf Antrag/);
    assert.match(altena.query.text, /Von den letzten 10 Stichtagen sind 0 bekannt/);
  });

  test('die Fassung des Gesetzes am Stichtag zählt: vor 2018 drei Stichtage, danach fünf', async () => {
    const noch = async (date: string) => {
      const json = unwrap(
        await call(territoryOperations({ territory, clock }), '/kommunen/{body}/groessenklasse', {
          params: { body: 'Hürth' },
          query: { date },
        }),
      );
      const { beobachtungen } = json as { beobachtungen: { schwelle: string; noch: number }[] };
      return beobachtungen.find(({ schwelle }) => schwelle.endsWith('grosse-amt'));
    };
    assert.deepEqual(
      [(await noch('2018-01-01'))?.schwelle, (await noch('2018-01-01'))?.noch],
      ['2007-grosse-amt', 3],
    );
    assert.deepEqual(
      [(await noch('2026-11-22'))?.schwelle, (await noch('2026-11-22'))?.noch],
      ['2018-grosse-amt', 5],
    );
  });

  test('jede Seite und jede Antwort gilt für einen Tag', async () => {
    const before = await pageOf(await ask.get('/kommunen/05162012?datum=2018-06-30'));
    assert.equal(before.preline, 'Kreisangehörige Gemeinde');
    assert.equal(
      (await pageOf(await ask.get('/kommunen/05162012'))).preline,
      'Mittlere kreisangehörige Stadt',
    );
    assert.match(
      (await pageOf(await ask.get('/kommunen?datum=2018-06-30'))).lead?.toString() ?? '',
      /30\.06\.2018/,
    );
    const operations = territoryOperations({ territory, clock });
    const list = unwrap(await call(operations, '/groessenklassen', { query: { date: '2018-06-30' } }));
    const { gemeinden } = list as {
      gemeinden: { name: string; groessenklasse: string; einwohner: unknown }[];
    };
    const juechen = gemeinden.find(({ name }) => name === 'Jüchen');
    assert.deepEqual([juechen?.groessenklasse, juechen?.einwohner], ['kreisangehoerige-gemeinde', null]);
    const body = unwrap(
      await call(operations, '/kommunen/{body}', {
        params: { body: 'Jüchen' },
        query: { date: '2018-06-30' },
      }),
    );
    assert.equal((body as { groessenklasse: string }).groessenklasse, 'kreisangehoerige-gemeinde');
    assert.ok((await call(operations, '/groessenklassen/schwellen', {})).ok);
    const command = territoryCommands({ territory, clock }).find(({ name }) => name === 'groessenklasse');
    const done = await command?.run({
      positionals: ['Jüchen'],
      values: { date: '2018-06-30' },
      principal,
      say: () => {},
    });
    assert.match(
      done?.ok ? done.value.text : '',
      /Mittlere kreisangehörige Stadt ab 01\.01\.2019 bis 31\.12\.2024/,
    );
  });
});

test('Zahlen kommen über Seite, API und Befehl: erst die Vorschau, dann die Übernahme', async () => {
  await using t = await testDatabase();
  unwrap(await loadTerritoryData(t.db, actor, shippedData));
  let changes = 0;
  const deps = {
    territory: () => t.db.withPublic((tx) => loadTerritory(tx)),
    clock,
    db: t.db,
    changed: () => {
      changes += 1;
    },
  };
  const pages = askerOf(populationPages(deps));
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-einwohner-'));
  try {
    const path = join(folder, 'zahlen.csv');
    const csv = 'ags;stichtag;einwohner\n05766044;31.12.2024;41.000\nNirgendwo;31.12.2024;1\n';
    writeFileSync(path, csv);
    const upload = {
      fileName: 'zahlen.csv',
      scanned: null,
      bytes: csv.length,
      open: () => createReadStream(path),
    };
    const quelle = 'IT.NRW (Probe)';
    const preview = await pageOf(
      await pages.post('/einwohner/einlesen', { quelle }, principal, new Map([['datei', [upload]]])),
    );
    assert.match(preview.query.text, /Nirgendwo/);
    assert.ok(preview.query.get('button', 'Die 1 guten Zeilen übernehmen'));
    assert.equal(changes, 0);
    const infected = new Map([['datei', [{ ...upload, scanned: 'infected' as const }]]]);
    const refused = await pageOf(await pages.post('/einwohner/einlesen', { quelle }, principal, infected));
    assert.match(refused.query.text, /Virenscanner/);
    const daten = 'ags;stichtag;einwohner\n05766044;2024-12-31;41000';
    const taken = await pages.post(
      '/einwohner/einlesen/uebernehmen',
      { daten, quelle, quelleUrl: '' },
      principal,
    );
    assert.deepEqual([taken.kind, changes], ['redirect', 1]);
    const body = { csv: 'ags;stichtag;einwohner\n05766044;2025-06-30;41100', quelle };
    const posted = unwrap(await call(populationOperations(deps), '/einwohner', { body }));
    assert.deepEqual((posted as { neu: number }).neu, 1);
    const [command] = populationCommands(deps);
    const again = await command?.run({
      positionals: [path],
      values: { source: quelle, 'skip-broken': true },
      principal,
      say: () => {},
    });
    assert.match(
      again?.ok ? again.value.text : '',
      /0 neu, 0 geändert, 1 unverändert.*\nZeile 3 ausgelassen/,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
