import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askerOf } from '../../../../test/support/page-request.ts';
import { type CompassWorld, openCompassWorld, principalOf, valueIn } from '../testing/compass-world.ts';
import { standFile } from '../testing/stand-file.ts';
import { compassPages } from '../web/pages.ts';
import { changeStaende } from './change-stand.ts';
import { beginEinlesen } from './einlesen.ts';
import { readEingelesenes } from './read-eingelesenes.ts';
import { applySammel } from './sammel.ts';
import { standListe, zeilenIn } from './stand-liste.ts';

const rows = 10_000;

describe('a large file and a page of the table', () => {
  let world: CompassWorld;
  before(async () => {
    world = await openCompassWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  /** Milliseconds of this process' own work; the machine may be busy with others. */
  async function cpu(work: () => Promise<unknown>): Promise<number> {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }

  test('a page of the table takes at most 50 ms of processor time, with something stated about every duty', async (t) => {
    const { deps, lemgo } = world;
    const { zeilen } = valueIn(await standListe(deps, lemgo.koordination));
    const wuensche = zeilenIn({ zeilen }, 'pflichten').map(({ ort }) => ({
      leistungId: ort.id,
      grundlage: 0,
      aenderung: { zustand: 'geplant', bemerkung: 'Vorbereitung' } as const,
    }));
    for (const answer of await changeStaende(deps, lemgo.koordination, wuensche)) valueIn(answer);
    const me = principalOf(lemgo.koordination);
    const ask = askerOf(compassPages(deps));
    const show = async () => {
      const answer = await ask.get('/stand/matrix?zustand=geplant', me);
      assert.ok(answer.kind === 'page');
      return String(await answer.content.main);
    };
    await show();
    const times: number[] = [];
    for (let round = 0; round < 15; round += 1) times.push(await cpu(show));
    const median = times.toSorted((a, b) => a - b)[7] ?? Number.NaN;
    t.diagnostic(`${wuensche.length} Leistungen, median ${median.toFixed(1)} ms`);
    assert.ok(median <= 50, `${median} ms`);
  });

  test('10,000 rows, a tenth of them broken, are read, compared and written in under 3 seconds; again they change nothing', async (t) => {
    const { deps, lemgo } = world;
    const bytes = standFile(world, rows, 0);
    const once = async () => {
      const id = await beginEinlesen(deps, lemgo.koordination, { fileName: 'stand.csv', bytes });
      valueIn(await readEingelesenes(deps, lemgo.koordination, id));
      return valueIn(await applySammel(deps, lemgo.koordination, id, true)).geschrieben.length;
    };
    const counts: number[] = [];
    const start = performance.now();
    const spent = await cpu(async () => counts.push(await once()));
    t.diagnostic(
      `${Math.round(performance.now() - start)} ms, ${Math.round(spent)} ms processor time of this process`,
    );
    counts.push(await once());
    assert.deepEqual(counts, [rows * 0.9, 0]);
  });
});
