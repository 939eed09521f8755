import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { expectAllInInbox } from './inbox-check.ts';
import { type PlannedKill, planKills } from './kill-plan.ts';
import { type DoneKill, harmed, lineOf, nextCitizen, onScene, type Scene } from './kill-scene.ts';
import { chanceOf } from './seeded-chance.ts';
import type { Tally } from './tally.ts';
import { type Applied, applyFor, casesOf } from './walking-citizen.ts';

/** What came of it all. */
export interface KillReport {
  readonly seed: number;
  readonly moments: number;
  readonly kills: readonly DoneKill[];
  readonly receipts: number;
  readonly antraege: number;
  readonly eingaenge: number;
  /** What people were told while the program was not there, and how often. */
  readonly told: Readonly<Record<string, number>>;
}

/**
 * Starts the program as people do, lets one person after the other apply, and kills in each way once at a moment that
 * follows from the seed. After every restart and at the end of every way receipts shown = Anträge = inbox entries.
 */
export async function runKills(
  kills: number,
  seed: number,
  say: (line: string) => void = () => {},
): Promise<KillReport> {
  return onScene(say, async (scene) => {
    await oneWay(scene, null);
    const steps = scene.moments.rehearsed();
    const planned = planKills(kills, steps, chanceOf(seed));
    const done: DoneKill[] = [];
    for (const plan of planned) {
      const kill = await oneWay(scene, plan);
      done.push(kill);
      say(lineOf(done.length, kill));
    }
    await expectAllInInbox(scene.victim.server(), scene.dataFolder, scene.applied);
    const { antraege, eingaenge } = await scene.teller.read();
    return {
      seed,
      moments: [...steps.values()].reduce((sum, { moments }) => sum + moments, 0),
      kills: done,
      receipts: scene.applied.length,
      antraege: antraege.length,
      eingaenge: eingaenge.length,
      told: scene.told,
    };
  });
}

/** One person's way, with one kill in it; the rehearsal has none. */
async function oneWay(scene: Scene, plan: PlannedKill | null): Promise<DoneKill> {
  const { teller, moments, applied } = scene;
  const harm = await harmed(scene, plan, (tally) => expectEqual(tally, applied, 'after the restart'));
  const one = await applyFor(nextCitizen(scene), harm.hooks);
  applied.push(one);
  moments.enter('delivery', 'delivery');
  // A kill of the worker may come while it works, so it is at rest only when the way is over.
  await teller.quiet();
  moments.end();
  await harm.over();
  assert.equal(await one.sendAgain(), one.nummer, 'sent again it has another number');
  expectAllShown(await teller.quiet(), applied);
  return harm.done();
}

/** Between the restart and the end of a way an Antrag may be there whose receipt its person has yet to see. */
function expectEqual(tally: Tally, applied: readonly Applied[], when: string): void {
  assert.deepEqual(tally.eingaenge.toSorted(), tally.antraege.flatMap(casesOf).toSorted(), when);
  const shown = applied.map(({ nummer }) => nummer);
  const extra = tally.antraege.filter((nummer) => !shown.includes(nummer));
  assert.ok(extra.length <= 1, `${when} there are Anträge that nobody sent: ${extra}`);
  assert.deepEqual(
    shown.filter((nummer) => !tally.antraege.includes(nummer)),
    [],
    `${when} receipts without Antrag`,
  );
  assert.equal(tally.leftUploads, 0, `${when} files in clear`);
}

function expectAllShown(tally: Tally, applied: readonly Applied[]): void {
  const shown = applied.map(({ nummer }) => nummer).toSorted();
  assert.deepEqual(tally.antraege.toSorted(), shown, 'receipts shown are not the Anträge');
  const cases = shown.flatMap(casesOf).toSorted();
  assert.deepEqual(tally.eingaenge.toSorted(), cases, 'receipts shown are not the inbox entries');
  assert.deepEqual(tally.submissions, { accepted: cases.length });
}

/** The seed that somebody wants to see again (LEITWERK_SEED), or a new one. */
export function chosenSeed(): number {
  return Number(process.env.LEITWERK_SEED ?? randomInt(1_000_000));
}
