import type { Angebot } from '#efa';
import {
  finishVorgang,
  isDatabaseGone,
  parseTenantId,
  reportVorgang,
  type TenantId,
  type Tx,
  type VorgangId,
} from '#platform';
import { type CockpitDeps, koerperFor } from '../cockpit-deps.ts';
import { bilanzOf, hasLeftSomething, isAtWork, laufNach, type Sammelzeile } from '../domain/sammellauf.ts';
import {
  readLauf,
  readTakenBack,
  readZeilen,
  type Sammellauf,
  setLauf,
  setZeile,
  type Zeilenergebnis,
} from '../store-sammel.ts';
import { nachtragen } from './checkliste-nachtragen.ts';
import { type Leader, newestAngebot, within } from './cockpit-actors.ts';
import { hakeAb, nimmHakenZurueck } from './hake-ab.ts';
import { nimmZurueck } from './nimm-zurueck.ts';
import { schalteKommune } from './schalte-kommune.ts';
import { verbindeKommune } from './verbinde-kommune.ts';

/** A step that the worker shall take, and in whose name. */
export interface Job {
  readonly leader: Leader;
  readonly lauf: string;
  readonly vorgang: VorgangId;
}

/** So many Kommunen at a time: each makes keys, and there are as many cores as that. */
const atATime = 2;

/**
 * Takes a step for many, Kommune by Kommune, each in transactions of its own: one that fails holds no other up, and a
 * worker that takes over from a killed one goes on with those that are left. Stops where somebody cancelled.
 */
export async function fuehreAus(deps: CockpitDeps, job: Job): Promise<void> {
  const read = await within(deps, job.leader, async (tx) => {
    const lauf = await readLauf(tx, job.lauf);
    return (
      lauf && { lauf, zeilen: await readZeilen(tx, job.lauf), anew: await readTakenBack(tx, lauf.dienst) }
    );
  });
  if (read === null || !isAtWork(read.lauf.zustand) || read.lauf.vorgang !== job.vorgang) return;
  const { lauf, zeilen, anew } = read;
  const back = lauf.zustand === 'nimmt-zurueck';
  const todo = zeilen.filter(back ? hasLeftSomething : ({ ergebnis }) => ergebnis === 'offen');
  const angebot = await newestAngebot(deps, lauf.dienst);
  if (!angebot.ok) throw new Error(angebot.refusal.message);
  const work = back
    ? (zeile: Sammelzeile) => goBack(deps, job, lauf, zeile)
    : await forward(deps, job, lauf, angebot.value, anew, todo);
  const going = await inOrder(deps, job, todo, zeilen.length - todo.length, work);
  if (!going) return;
  if (!back && lauf.auftrag.art === 'verbinden') await nachtragen(deps, job.leader, lauf, lauf.auftrag);
  await within(deps, job.leader, (tx) => ended(tx, deps, job, lauf));
}

type Work = (zeile: Sammelzeile) => Promise<Zeilenergebnis>;

async function forward(
  deps: CockpitDeps,
  { leader }: Job,
  lauf: Sammellauf,
  angebot: Angebot,
  anew: ReadonlySet<string>,
  todo: readonly Sammelzeile[],
): Promise<Work> {
  const { auftrag } = lauf;
  switch (auftrag.art) {
    case 'verbinden': {
      const bodies = await koerperFor(deps, { keys: todo.map(({ ags }) => ags), land: null });
      return async (zeile) => {
        const koerper = bodies.get(zeile.ags);
        if (koerper === undefined)
          return { ergebnis: 'gescheitert', meldung: 'Sie steht nicht im Verzeichnis der Körperschaften.' };
        const neuBeginnen = anew.has(zeile.ags);
        return verbindeKommune(deps, {
          leader,
          lauf: lauf.id,
          angebot,
          auftrag,
          zeile,
          koerper,
          neuBeginnen,
        });
      };
    }
    case 'schritt':
      return (zeile) => schalteKommune(deps, leader, lauf, zeile, tenantOf(zeile), auftrag);
    case 'punkt':
      return (zeile) => hakeAb(deps, leader, lauf, zeile, tenantOf(zeile), auftrag);
  }
}

function goBack(deps: CockpitDeps, { leader }: Job, lauf: Sammellauf, zeile: Sammelzeile) {
  return lauf.auftrag.art === 'punkt'
    ? nimmHakenZurueck(deps, leader, lauf, zeile, tenantOf(zeile), lauf.auftrag)
    : nimmZurueck(deps, leader, lauf.dienst, zeile, tenantOf(zeile));
}

function tenantOf({ ags, kommune }: Sammelzeile): TenantId {
  const tenant = kommune === null ? null : parseTenantId(kommune);
  if (tenant === null) throw new Error(`${ags} names no organisation`);
  return tenant;
}

/** Works through the Kommunen, some at a time; `false` where somebody cancelled meanwhile. */
async function inOrder(
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

/** Ends the step, unless somebody cancelled it in the last moment. */
async function ended(tx: Tx, { clock }: CockpitDeps, job: Job, lauf: Sammellauf): Promise<void> {
  const bilanz = bilanzOf(await readZeilen(tx, job.lauf));
  if (!(await finishVorgang(tx, job.vorgang, 'Fertig.', bilanz))) return;
  const zustand = laufNach(lauf.zustand, 'abschliessen');
  if (zustand !== null)
    await setLauf(tx, job.lauf, { zustand, vorgang: job.vorgang, beendetAm: clock.now() });
}
