import { readAllLive } from '#efa';
import { localDate, ok, type Result, refuse } from '#kernel';
import type { CostsDeps } from '../costs-deps.ts';
import type { Finanzierung, Zahler } from '../domain/kostenplan.ts';
import { monat } from '../domain/monat.ts';
import { zahlerName } from '../domain/zahler-name.ts';
import { planExists, serviceUnknown } from '../errors.ts';
import type { Plan, PlanInhalt } from '../plan-inhalt.ts';
import type { Manager } from './actors.ts';
import { eigeneDienste, type Planstelle, plaeneOf, savePlan } from './plan.ts';

/** The group of those who take part in a service together. */
export const teilnehmende = 'teilnehmende';

export const alleGemeinsam: Finanzierung = {
  modell: 'eigen',
  titel: 'Alle Teilnehmenden gemeinsam',
  vorab: [],
  schichten: [
    { id: 'alle', titel: 'Alle Teilnehmenden', anteil: '1', gruppen: [teilnehmende], schluessel: null },
  ],
};

/** Begins a plan: as the newest of the same service was, or empty. */
export async function legePlanAn(
  deps: Pick<CostsDeps, 'db' | 'clock'>,
  manager: Manager,
  stelle: Planstelle,
): Promise<Result<Plan>> {
  const { dienst, jahr, art } = stelle;
  const own = (await eigeneDienste(deps, manager)).find((one) => one.dienst === dienst);
  if (!own) return refuse(serviceUnknown(dienst));
  const all = (await plaeneOf(deps, manager)).filter((one) => one.dienst === dienst);
  if (all.some((one) => one.jahr === jahr && one.art === art)) return refuse(planExists);
  const [model] = all.toSorted((a, b) => nearness(a, stelle) - nearness(b, stelle));
  const inhalt = model ? carried(model.inhalt, jahr) : emptyPlan(own.titel, jahr);
  return savePlan(deps, manager, { ...stelle, grundlage: 0, inhalt });
}

/** The plan of the same year comes first, then the nearest year. */
function nearness(plan: Plan, { jahr }: Planstelle): number {
  return Math.abs(plan.jahr - jahr) * 2 + (plan.art === 'plan' ? 0 : 1);
}

function carried(inhalt: PlanInhalt, jahr: number): PlanInhalt {
  const whole = { von: monat(`${jahr}-01`), bis: monat(`${jahr}-12`) };
  const begin = localDate(`${jahr}-01-01`);
  return {
    ...inhalt,
    ...whole,
    positionen: inhalt.positionen.map(({ von: _, bis: __, ...position }) => position),
    zahler: inhalt.zahler.filter(({ bis }) => bis === undefined || bis >= begin),
    uebertraege: [],
  };
}

function emptyPlan(titel: string, jahr: number): PlanInhalt {
  return {
    titel,
    von: monat(`${jahr}-01`),
    bis: monat(`${jahr}-12`),
    positionen: [],
    schluessel: [{ art: 'gleich', id: 'gleich' }],
    finanzierung: alleGemeinsam,
    zahler: [],
    uebertraege: [],
    rundung: 'groesster-rest',
    beitritt: 'monatsgenau',
    anbindungCent: 0,
    anbindungText: '',
  };
}

/** The Kommunen that have a service live, as payers from the day on which they went live. */
export async function angebundene(
  { db, territory }: Pick<CostsDeps, 'db' | 'territory'>,
  dienst: string,
): Promise<readonly Zahler[]> {
  const quelle = await territory();
  const live = (await db.withPublic(readAllLive)).filter((one) => one.dienst === dienst);
  return live.map(({ ags, seit }) => ({
    kennung: ags,
    name: zahlerName(quelle, ags),
    gruppen: [teilnehmende],
    von: seit,
    vertragAm: seit,
  }));
}

/** Adds the Kommunen that have the service live and do not pay yet. */
export async function uebernimmAngebundene(
  deps: Pick<CostsDeps, 'db' | 'clock' | 'territory'>,
  manager: Manager,
  { plan }: { readonly plan: Plan },
): Promise<Result<number>> {
  const known = new Set(plan.inhalt.zahler.map(({ kennung }) => kennung));
  const missing = (await angebundene(deps, plan.dienst)).filter(({ kennung }) => !known.has(kennung));
  if (missing.length === 0) return ok(0);
  const { dienst, jahr, art, fassung, inhalt } = plan;
  const saved = await savePlan(deps, manager, {
    ...{ dienst, jahr, art },
    grundlage: fassung,
    inhalt: { ...inhalt, zahler: [...inhalt.zahler, ...missing] },
  });
  return saved.ok ? ok(missing.length) : saved;
}
