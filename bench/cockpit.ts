import { bilanzOf } from '../src/contexts/connection/domain/sammellauf.ts';
import {
  openCockpitWorld,
  previewed,
  valueIn,
  worked,
  workOn,
} from '../src/contexts/connection/testing/cockpit-world.ts';
import { readCockpit } from '../src/contexts/connection/use-cases/read-cockpit.ts';
import { takeBackSammel } from '../src/contexts/connection/use-cases/sammel-steuern.ts';
import { generateReceivingKey } from '../src/contexts/delivery/generate-key.ts';
import { stopTestServer } from '../src/platform/testing/test-database.ts';
import { figureOf } from './support/figure.ts';
import { report } from './support/report.ts';

/**
 * Many Anbindungen at once: one receiving key, all Gemeinden of Nordrhein-Westfalen connected to a service with two offices
 * from nothing, one step for all of them, the way back, and the cockpit that shows them.
 */

const keys = 12;
const reads = 10;

await report('cockpit', 'Many Anbindungen at once', async () => {
  await using world = await openCockpitWorld();
  const all = [...world.bodies.values()].filter(({ ags, land }) => land === '05' && ags.length === 8);
  const agsOfAll = all.map(({ ags }) => ags);
  const [connect, connected] = await timed(async () => worked(world, await previewed(world, agsOfAll)));
  const done = bilanzOf(connected.zeilen).erledigt;
  const [step, stepped] = await timed(async () =>
    worked(world, await previewed(world, agsOfAll, { art: 'schritt', schritt: 'aussetzen', grund: 'Probe' })),
  );
  const shown = [];
  for (let index = 0; index < reads; index += 1)
    shown.push((await timed(() => readCockpit(world.deps, world.leader, 'hund-anmelden')))[0]);
  const [back] = await timed(() => takenBack(stepped.lauf.id));
  return {
    figures: [
      figureOf(
        {
          id: 'cockpit.key.2048',
          what: 'One receiving key of 2048 bits, one at a time',
          unit: 'ms',
          shown: 'p50',
        },
        await keyTimes(2048),
      ),
      figureOf(
        {
          id: 'cockpit.key.4096',
          what: 'One receiving key of 4096 bits, one at a time',
          unit: 'ms',
          shown: 'p50',
        },
        await keyTimes(4096),
      ),
      figureOf(
        {
          id: 'cockpit.connect',
          what: 'Connecting 396 Kommunen: organisations, 792 keys of 2048 bits, values, test, start',
          unit: 's',
          shown: 'max',
          limit: 198,
        },
        [connect / 1_000],
        all.length - done,
      ),
      figureOf(
        { id: 'cockpit.step', what: 'One step of the state table for 396 Kommunen', unit: 's', shown: 'max' },
        [step / 1_000],
        all.length - bilanzOf(stepped.zeilen).erledigt,
      ),
      figureOf(
        {
          id: 'cockpit.back',
          what: 'Taking that step back in 396 Kommunen, each through its go-live check',
          unit: 's',
          shown: 'max',
        },
        [back / 1_000],
      ),
      figureOf(
        {
          id: 'cockpit.read',
          what: 'The cockpit of one service over 396 Kommunen',
          unit: 'ms',
          shown: 'p95',
          limit: 500,
        },
        shown,
      ),
    ],
  };

  async function takenBack(lauf: string): Promise<void> {
    const begun = valueIn(await takeBackSammel(world.deps, world.leader, lauf));
    await workOn(world, lauf, begun.vorgang ?? '', world.deps);
  }
});
await stopTestServer();

async function keyTimes(bits: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < keys; index += 1)
    times.push((await timed(() => generateReceivingKey(bits)))[0]);
  return times;
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const begun = performance.now();
  const value = await work();
  return [performance.now() - begun, value];
}
