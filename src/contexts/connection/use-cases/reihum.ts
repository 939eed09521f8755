import { isDatabaseGone, reportVorgang, type VorgangId } from '#platform';
import type { CockpitDeps } from '../cockpit-deps.ts';
import type { Sammelzeile } from '../domain/sammellauf.ts';
import { setZeile, type Zeilenergebnis } from '../store-sammel.ts';
import { type Leader, within } from './cockpit-actors.ts';

/** A step that the worker shall take, and in whose name. */
export interface Job {
  readonly leader: Leader;
  readonly lauf: string;
  readonly vorgang: VorgangId;
}

/** So many Kommunen at a time: each makes keys, and there are as many cores as that. */
const atATime = 2;

/** What is done for one Kommune. */
export type Work = (zeile: Sammelzeile) => Promise<Zeilenergebnis>;

/** Works through the Kommunen, some at a time; `false` where somebody cancelled meanwhile. */
export async function inOrder(
  deps: CockpitDeps,
  job: Job,
  todo: readonly Sammelzeile[],
  before: number,
  work: Work,
): Promise<boolean> {
  const total = before + todo.length;
  let [next, done, going] = [0, 0, true];
  const lane = async (): Promise<void> => {
    while (going) {
      const zeile = todo[next];
      next += 1;
      if (zeile === undefined) return;
      const result = await oneAlone(deps, zeile, work);
      done += 1;
      const progress = {
        percent: ((before + done) / total) * 100,
        message: `${before + done} von ${total} Kommunen`,
      };
      const alive = await within(deps, job.leader, async (tx) => {
        await setZeile(tx, job.lauf, zeile.ags, result, deps.clock.now());
        return reportVorgang(tx, job.vorgang, progress);
      });
      if (!alive) going = false;
    }
  };
  const stop = (error: unknown): never => {
    going = false;
    throw error;
  };
  // Also where one ends in a fault, the other finishes its Kommune before a successor begins.
  const lanes = await Promise.allSettled(Array.from({ length: atATime }, () => lane().catch(stop)));
  for (const each of lanes) if (each.status === 'rejected') throw each.reason;
  return going;
}

/** What concerns one Kommune alone is noted at it; without a database nothing goes on at all. */
async function oneAlone(deps: CockpitDeps, zeile: Sammelzeile, work: Work): Promise<Zeilenergebnis> {
  try {
    return await work(zeile);
  } catch (error) {
    if (isDatabaseGone(error)) throw error;
    deps.warn(error);
    const meldung =
      'Unerwarteter Fehler. Die anderen Kommunen sind nicht betroffen. Bitte setzen Sie den Zug fort; bleibt er, wenden Sie sich an den Betrieb.';
    return { ergebnis: 'gescheitert', meldung };
  }
}
