import { prepareEmbeddedHome } from '../../../src/platform/database/embedded-home.ts';
import { tempInstallation } from '../../../src/platform/testing/temp-installation.ts';
import { takeHundAnmeldenLive } from '../go-live.ts';
import type { PlannedKill } from './kill-plan.ts';
import { type KillSwitch, killSwitch } from './kill-switch.ts';
import { startVictim, type Victim } from './kill-targets.ts';
import type { Citizen } from './resending-client.ts';
import { watchStatements } from './statement-watch.ts';
import { type Tally, type Teller, tellerOf } from './tally.ts';
import type { Applied, WayHooks } from './walking-citizen.ts';

/** A kill that happened. */
export interface DoneKill extends PlannedKill {
  /** The statement, or what else happened in that moment. */
  readonly at: string;
  /** From the kill until the program was up again and the worker had nothing left to do. */
  readonly restSeconds: number;
}

/** A started program with „Hund anmelden“ live in Lemgo, and who has applied there. */
export interface Scene {
  readonly dataFolder: string;
  readonly victim: Victim;
  readonly teller: Teller;
  readonly moments: KillSwitch;
  readonly applied: Applied[];
  readonly told: Record<string, number>;
}

/** Starts the program as people do and ends it again; says what it logged where something fails. */
export async function onScene<T>(
  say: (line: string) => void,
  play: (scene: Scene) => Promise<T>,
): Promise<T> {
  await using home = tempInstallation();
  const { dataFolder, databasePid } = home;
  const { socketFolder } = prepareEmbeddedHome(dataFolder);
  await using watch = await watchStatements(socketFolder);
  // Everybody comes from an address of their own, as through a proxy: the limits a person are not what is tried here.
  const settings = { LEITWERK_TRUST_PROXY: 'yes', LEITWERK_LOG_LEVEL: 'error' };
  const victim = await startVictim({ dataFolder, databasePid, settings });
  try {
    await takeHundAnmeldenLive({ ...victim.server(), codeOf: async () => '' });
    const teller = tellerOf(dataFolder, socketFolder);
    return await play({ dataFolder, victim, teller, moments: killSwitch(watch), applied: [], told: {} });
  } catch (error) {
    say(victim.server().err().split('\n').slice(-20).join('\n'));
    throw error;
  } finally {
    await victim.end();
  }
}

/** What a way needs in which somebody is killed once. */
export interface Harm {
  readonly hooks: WayHooks;
  /** Resolves when the program is up again and what it holds was found right. */
  readonly over: () => Promise<void>;
  readonly done: () => DoneKill;
}

/** Arms the kill of a way, or none for the rehearsal; `right` looks at what there is after the restart. */
export async function harmed(
  { victim, teller, moments, told }: Scene,
  plan: PlannedKill | null,
  right: (tally: Tally) => void,
): Promise<Harm> {
  if (plan) await victim.mayDie(plan.target);
  let gate: Promise<void> = Promise.resolve();
  let restSeconds = 0;
  moments.arm(plan, (target, backend) => {
    const killedAt = performance.now();
    const { recovered } = victim.kill(target, backend);
    gate = recovered.then(async () => {
      const tally = await teller.quiet();
      restSeconds = Math.round(performance.now() - killedAt) / 1000;
      right(tally);
    });
    // Awaited by the next step; until then nobody else hears of it.
    gate.catch(() => {});
  });
  const hooks: WayHooks = {
    enter: moments.enter,
    piece: moments.piece,
    mayGoOn: () => gate,
    unavailable: (says) => {
      told[says] = (told[says] ?? 0) + 1;
    },
  };
  const none: PlannedKill = { step: '', moment: 0, when: 'before', target: 'web' };
  return { hooks, over: () => gate, done: () => ({ ...(plan ?? none), at: moments.hitAt(), restSeconds }) };
}

/** The next person who applies. */
export function nextCitizen({ victim, applied }: Scene): Citizen {
  const number = applied.length + 1;
  return {
    port: victim.server().port,
    host: 'lemgo.localhost',
    address: `10.${Math.floor(number / 250)}.${number % 250}.1`,
    name: `Probe-${number}`,
  };
}

/** A kill in words. */
export function lineOf(number: number, { target, when, step, at, restSeconds }: DoneKill): string {
  return `${number}. ${target}, ${when} „${at}“ (${step}); at rest after ${restSeconds} s`;
}
