import assert from 'node:assert/strict';
import pg from 'pg';
import { openCompassWorld, valueIn } from '../src/contexts/compass/testing/compass-world.ts';
import { standFile } from '../src/contexts/compass/testing/stand-file.ts';
import { beginEinlesen } from '../src/contexts/compass/use-cases/einlesen.ts';
import { readEingelesenes } from '../src/contexts/compass/use-cases/read-eingelesenes.ts';
import { applySammel } from '../src/contexts/compass/use-cases/sammel.ts';
import { openInstance, readConfig } from '../src/platform/index.ts';
import { stopTestServer } from '../src/platform/testing/test-database.ts';
import { figureOf } from './support/figure.ts';
import { emptyPlace, type Installation, startedAt } from './support/installation.ts';
import { largestOfKinds, watchLargest } from './support/process-memory.ts';
import { report } from './support/report.ts';
import { signedIn } from './support/sign-in.ts';

/** Large files of the Umsetzungsstand: 10,000 rows coming in, 100,000 going out as Excel while others look at pages. */

const runs = 5;
const rowsIn = 10_000;
/** So many Kommunen × 5,249 Leistungen are a little more than 100,000 pairs. */
const kommunenOut = 20;

await report('files', 'Large files of the Umsetzungsstand', async () => {
  const imports = await importSeconds();
  const exports = await exported();
  const max = { shown: 'max' } as const;
  return {
    figures: [
      figureOf(
        {
          ...max,
          id: 'files.import',
          what: `A file of ${rowsIn} rows, a tenth of them broken: read, compared, written`,
          unit: 's',
          limit: 3,
        },
        imports,
      ),
      figureOf(
        {
          ...max,
          id: 'files.export',
          what: `Excel file of ${exports.rows} pairs, until its last byte`,
          unit: 's',
          limit: 20,
        },
        exports.seconds,
      ),
      figureOf(
        {
          ...max,
          id: 'files.export-memory',
          what: 'What it adds to the web process',
          unit: 'MB',
          limit: 200,
        },
        exports.megabytes,
      ),
    ],
    details: { bytes: exports.bytes },
  };
});
await stopTestServer();

async function importSeconds(): Promise<readonly number[]> {
  await using world = await openCompassWorld();
  const { deps, lemgo } = world;
  const seconds: number[] = [];
  for (let round = 0; round < runs; round += 1) {
    const bytes = standFile(world, rowsIn, round);
    const started = performance.now();
    const id = await beginEinlesen(deps, lemgo.koordination, { fileName: 'stand.csv', bytes });
    valueIn(await readEingelesenes(deps, lemgo.koordination, id));
    const { geschrieben } = valueIn(await applySammel(deps, lemgo.koordination, id, true));
    seconds.push((performance.now() - started) / 1000);
    assert.equal(geschrieben.length, rowsIn * 0.9);
  }
  return seconds;
}

async function exported() {
  await using place = emptyPlace();
  await using installation = await startedAt(place);
  const kommunen = await sharing(installation);
  const visitor = await signedIn(installation, 'ozg-leitung');
  const query = kommunen.map((ags) => `kommune=${ags}`).join('&');
  // The figures are opened by the first who asks.
  await visitor.get(`/zahlen/paare?${query}&pflicht=alle`);
  const seconds: number[] = [];
  const megabytes: number[] = [];
  let bytes = 0;
  for (let round = 0; round < runs; round += 1) {
    const before = largestOfKinds(installation.pid).web ?? 0;
    const watch = watchLargest(installation.pid, 50);
    const started = performance.now();
    const answer = await visitor.get(`/zahlen/paare.xlsx?${query}&pflicht=alle`);
    seconds.push((performance.now() - started) / 1000);
    megabytes.push((watch.stop().web ?? 0) - before);
    assert.equal(answer.status, 200);
    bytes = answer.body.length;
  }
  return { seconds, megabytes, bytes, rows: kommunen.length * 5249 };
}

/** Lets the first Kommunen of the demo's circle share, and names them. */
async function sharing({ folder, port }: Installation): Promise<readonly string[]> {
  const config = readConfig({ LEITWERK_DATA: folder, PORT: String(port) }, folder);
  if (!config.ok) throw new Error(config.refusal.message);
  const instance = await openInstance(config.value, { role: 'command' });
  if (!instance.ok) throw new Error(instance.refusal.message);
  const superuser = new pg.Pool({ connectionString: instance.value.ownerUrl, max: 1 });
  const { rows } = await superuser.query<{ ags: string }>(
    `with circle as (select b.kommune_id, b.provider_id, o.body_key from identity.betreuung b
        join identity.organisation o on o.id = b.kommune_id order by o.body_key limit $1),
      consenting as (insert into identity.einwilligung
        select kommune_id, provider_id, '2024-01-01', null, 'mitglied:x' from circle on conflict do nothing)
      select body_key as ags from circle`,
    [kommunenOut],
  );
  await superuser.end();
  await instance.value.release();
  return rows.map(({ ags }) => ags);
}
