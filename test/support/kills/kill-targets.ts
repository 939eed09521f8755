import { setTimeout as delay } from 'node:timers/promises';
import { localRequest } from '../../../src/platform/http/local-client.ts';
import { until } from '../../../src/platform/testing/until.ts';
import { family, isAlive, npmStart, type StartedServer } from '../processes.ts';
import type { Target } from './kill-plan.ts';

/** A started program whose processes may be killed. */
export interface Victim {
  readonly server: () => StartedServer;
  /** Waits where the next death of a process would be the fifth within ten seconds, at which the supervisor gives up. */
  readonly mayDie: (target: Target) => Promise<void>;
  /** Kills at once; resolves when the program answers again with all its processes. */
  readonly kill: (target: Target, backend: number) => { readonly recovered: Promise<void> };
  readonly end: () => Promise<void>;
}

const windowMs = 10_500;
const mostDeaths = 3;

interface Place {
  readonly dataFolder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly databasePid: () => number | null;
}

/** Starts the program by `npm start`; where all of it is killed, it is started again at the same address. */
export async function startVictim({ dataFolder, settings, databasePid }: Place): Promise<Victim> {
  let server = await npmStart(dataFolder, settings);
  const ours = (sign: RegExp) =>
    familyOf(server.child.pid ?? 0).flatMap(({ pid, command }) => (sign.test(command) ? [pid] : []));
  const postgres = () => familyOf(databasePid() ?? 0).map(({ pid }) => pid);
  const pidsOf = (target: Target, backend: number): readonly number[] => {
    if (target === 'web' || target === 'worker') return ours(new RegExp(`src/app/${target}\\.ts`));
    if (target === 'postgresql') return postgres();
    if (target === 'everything') return [...ours(/./), ...postgres()];
    return [backend > 0 ? backend : (ours(/_login_app /).at(0) ?? 0)];
  };
  let deaths: { readonly of: 'web' | 'worker'; readonly at: number }[] = [];
  const recover = async (killed: readonly number[], everything: boolean) => {
    await until(() => killed.every((pid) => !isAlive(pid)));
    if (everything) {
      await server.ended;
      server = await npmStart(dataFolder, { ...settings, PORT: String(server.port) });
    }
    const portal = `http://lemgo.localhost:${server.port}/`;
    const answers = () =>
      localRequest(portal).then(
        ({ status }) => status === 200,
        () => false,
      );
    const parts = () =>
      [/src\/app\/web\.ts/, /src\/app\/worker\.ts/].every((sign) => ours(sign).length === 1);
    await until(async () => parts() && databasePid() !== null && (await answers()));
  };
  return {
    server: () => server,
    mayDie: async (target) => {
      const earlier = deaths.filter((death) => death.of === whoDies(target)).at(-mostDeaths);
      if (earlier) await delay(Math.max(0, earlier.at + windowMs - Date.now()));
    },
    kill: (target, backend) => {
      deaths = target === 'everything' ? [] : [...deaths, { of: whoDies(target), at: Date.now() }];
      const pids = pidsOf(target, backend).filter((pid) => pid > 0);
      for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
      return { recovered: recover(pids, target === 'everything') };
    },
    end: async () => {
      server.child.kill('SIGTERM');
      await Promise.race([server.ended, delay(20_000, undefined, { ref: false })]);
      for (const pid of [...ours(/./), ...postgres()]) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    },
  };
}

/** Whose end that is, or may be: the job queue may end the worker when the database goes away under a job. */
function whoDies(target: Target): 'web' | 'worker' {
  return target === 'web' ? 'web' : 'worker';
}

/** The processes below one, without those that end while one looks. */
function familyOf(pid: number): ReturnType<typeof family> {
  try {
    return pid > 0 ? family(pid) : [];
  } catch {
    return pid > 0 && isAlive(pid) ? familyOf(pid) : [];
  }
}
