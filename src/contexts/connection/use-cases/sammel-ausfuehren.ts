import type { Angebot } from '#efa';
import { finishVorgang, type TenantId, type Tx } from '#platform';
import { type CockpitDeps, koerperFor } from '../cockpit-deps.ts';
import { bilanzOf, hasLeftSomething, isAtWork, laufNach, type Sammelzeile } from '../domain/sammellauf.ts';
import {
  readLauf,
  readTakenBack,
  readZeilen,
  type Sammellauf,
  setLauf,
  type Zeilenergebnis,
} from '../store-sammel.ts';
import { nachtragen } from './checkliste-nachtragen.ts';
import { newestAngebot, within } from './cockpit-actors.ts';
import { oeffneErklaertes } from './erklaerung-zurueck.ts';
import { hakeAb, nimmHakenZurueck } from './hake-ab.ts';
import { nimmZurueck } from './nimm-zurueck.ts';
import { inOrder, type Job, type Work } from './reihum.ts';
import { schalteKommune } from './schalte-kommune.ts';
import { verbindeKommune } from './verbinde-kommune.ts';

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
  const kommunen = await deps.betreute(job.leader.anbieter.tenant);
  const circle = new Map(kommunen.map(({ ags, tenant }) => [ags, tenant]));
  const work = back
    ? backward(deps, job, lauf, circle)
    : await forward(deps, job, { lauf, angebot: angebot.value, anew, todo, circle });
  const going = await inOrder(deps, job, todo, zeilen.length - todo.length, work);
  if (!going) return;
  if (!back && lauf.auftrag.art === 'verbinden') await nachtragen(deps, job.leader, lauf, lauf.auftrag);
  await within(deps, job.leader, (tx) => ended(tx, deps, job, lauf));
}

/** What forward work rests on. */
interface Vorwaerts {
  readonly lauf: Sammellauf;
  readonly angebot: Angebot;
  /** The AGS of Kommunen that an earlier step connected and that were taken back. */
  readonly anew: ReadonlySet<string>;
  readonly todo: readonly Sammelzeile[];
  readonly circle: ReadonlyMap<string, TenantId>;
}

async function forward(
  deps: CockpitDeps,
  { leader }: Job,
  { lauf, angebot, anew, todo, circle }: Vorwaerts,
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
      return inCircle(circle, (zeile, tenant) => schalteKommune(deps, leader, lauf, zeile, tenant, auftrag));
    case 'punkt':
      return inCircle(circle, (zeile, tenant) => hakeAb(deps, leader, lauf, zeile, tenant, auftrag));
  }
}

function backward(
  deps: CockpitDeps,
  { leader }: Job,
  lauf: Sammellauf,
  circle: ReadonlyMap<string, TenantId>,
): Work {
  const { auftrag, dienst } = lauf;
  return inCircle(circle, async (zeile, tenant) => {
    if (auftrag.art === 'punkt') return nimmHakenZurueck(deps, leader, lauf, zeile, tenant, auftrag);
    const back = await nimmZurueck(deps, leader, dienst, zeile, tenant);
    if (auftrag.art !== 'verbinden' || auftrag.erklaerung === '' || back.ergebnis !== 'zurueckgenommen')
      return back;
    const kommune = { tenant, ags: zeile.ags, name: zeile.name };
    await oeffneErklaertes(deps, leader, kommune, dienst, auftrag.erklaerung);
    return back;
  });
}

/** Does something in a Kommune as long as the house cares for it; that it did so once is not enough. */
function inCircle(
  circle: ReadonlyMap<string, TenantId>,
  work: (zeile: Sammelzeile, tenant: TenantId) => Promise<Zeilenergebnis>,
): Work {
  return async (zeile) => {
    const tenant = circle.get(zeile.ags);
    const meldung = 'Sie gehört nicht mehr zu Ihrem Kreis.';
    return tenant ? work(zeile, tenant) : { ergebnis: 'ausgelassen', meldung };
  };
}

/** Ends the step, unless somebody cancelled it in the last moment. */
async function ended(tx: Tx, { clock }: CockpitDeps, job: Job, lauf: Sammellauf): Promise<void> {
  const bilanz = bilanzOf(await readZeilen(tx, job.lauf));
  if (!(await finishVorgang(tx, job.vorgang, 'Fertig.', bilanz))) return;
  const zustand = laufNach(lauf.zustand, 'abschliessen');
  if (zustand !== null)
    await setLauf(tx, job.lauf, { zustand, vorgang: job.vorgang, beendetAm: clock.now() });
}
