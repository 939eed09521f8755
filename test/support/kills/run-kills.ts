import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { prepareEmbeddedHome } from '../../../src/platform/database/embedded-home.ts';
import { tempInstallation } from '../../../src/platform/testing/temp-installation.ts';
import { takeHundAnmeldenLive } from '../go-live.ts';
import { expectAllInInbox } from './inbox-check.ts';
import { type PlannedKill, planKills } from './kill-plan.ts';
import { type KillSwitch, killSwitch } from './kill-switch.ts';
import { startVictim, type Victim } from './kill-targets.ts';
import { chanceOf } from './seeded-chance.ts';
import { watchStatements } from './statement-watch.ts';
import { type Tally, type Teller, tellerOf } from './tally.ts';
import { type Applied, applyFor, casesOf } from './walking-citizen.ts';

/** A kill that happened. */
export interface DoneKill extends PlannedKill {
  /** The statement, or what else happened in that moment. */
  readonly at: string;
  /** From the kill until the program was up again and the worker had nothing left to do. */
  readonly restSeconds: number;
}

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

interface Scene {
  readonly victim: Victim;
  readonly teller: Teller;
  readonly moments: KillSwitch;
  readonly applied: Applied[];
  readonly told: Record<string, number>;
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
  await using home = tempInstallation();
  const { socketFolder } = prepareEmbeddedHome(home.dataFolder);
  await using watch = await watchStatements(socketFolder);
  const victim = await startVictim({
    dataFolder: home.dataFolder,
    databasePid: home.databasePid,
    // Everybody comes from an address of their own, as through a proxy: the limits a person are not what is tried here.
    settings: { LEITWERK_TRUST_PROXY: 'yes', LEITWERK_LOG_LEVEL: 'error' },
  });
  try {
    await takeHundAnmeldenLive({ ...victim.server(), codeOf: async () => '' });
    const scene: Scene = {
      victim,
      teller: tellerOf(home.dataFolder, socketFolder),
      moments: killSwitch(watch),
      applied: [],
      told: {},
    };
    await oneWay(scene, null);
    const steps = scene.moments.rehearsed();
    const planned = planKills(kills, steps, chanceOf(seed));
    const done: DoneKill[] = [];
    for (const plan of planned) {
      const kill = await oneWay(scene, plan);
      done.push(kill);
      say(lineOf(done.length, kill));
    }
    await expectAllInInbox(victim.server(), home.dataFolder, scene.applied);
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
  } catch (error) {
    say(victim.server().err().split('\n').slice(-20).join('\n'));
    throw error;
  } finally {
    await victim.end();
  }
}

/** One person's way, with one kill in it; the rehearsal has none. */
async function oneWay(scene: Scene, plan: PlannedKill | null): Promise<DoneKill> {
  const { victim, teller, moments, applied, told } = scene;
  if (plan) await victim.mayDie(plan.target);
  const number = applied.length + 1;
  let gate: Promise<void> = Promise.resolve();
  let restSeconds = 0;
  moments.arm(plan, (target, backend) => {
    const killedAt = performance.now();
    const { recovered } = victim.kill(target, backend);
    gate = recovered.then(async () => {
      const tally = await teller.quiet();
      restSeconds = Math.round(performance.now() - killedAt) / 1000;
      expectEqual(tally, applied, 'after the restart');
    });
    // Awaited by the next step; until then nobody else hears of it.
    gate.catch(() => {});
  });
  const citizen = {
    port: victim.server().port,
    host: 'lemgo.localhost',
    address: `10.${Math.floor(number / 250)}.${number % 250}.1`,
    name: `Probe-${number}`,
  };
  const one = await applyFor(citizen, {
    enter: moments.enter,
    piece: moments.piece,
    mayGoOn: () => gate,
    unavailable: (says) => {
      told[says] = (told[says] ?? 0) + 1;
    },
  });
  applied.push(one);
  moments.enter('delivery', 'delivery');
  // A kill of the worker may come while it works, so it is at rest only when the way is over.
  await teller.quiet();
  moments.end();
  await gate;
  assert.equal(await one.sendAgain(), one.nummer, 'sent again it has another number');
  expectAllShown(await teller.quiet(), applied);
  return {
    ...(plan ?? { step: '', moment: 0, when: 'before', target: 'web' }),
    at: moments.hitAt(),
    restSeconds,
  };
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

function lineOf(number: number, { target, when, step, at, restSeconds }: DoneKill): string {
  return `${number}. ${target}, ${when} „${at}“ (${step}); at rest after ${restSeconds} s`;
}

/** The seed that somebody wants to see again (LEITWERK_SEED), or a new one. */
export function chosenSeed(): number {
  return Number(process.env.LEITWERK_SEED ?? randomInt(1_000_000));
}
