import { readAngebote } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import { composePlan, nutzungsjahre } from '../compose-plan.ts';
import type { CostsDeps } from '../costs-deps.ts';
import type { Abrechnung } from '../domain/abrechnung.ts';
import { apportion } from '../domain/apportion.ts';
import type { Kostenplan } from '../domain/kostenplan.ts';
import type { Nutzung } from '../domain/nutzung.ts';
import { changedMeanwhile, planExists, planUnknown, serviceUnknown } from '../errors.ts';
import type { Plan, Planart, PlanInhalt } from '../plan-inhalt.ts';
import { readNutzung } from '../store-nutzung.ts';
import { insertPlan, readPlaene, readPlan } from '../store-plan.ts';
import { readSchluessel } from '../store-schluessel.ts';
import type { Manager } from './actors.ts';

/** Of which service and year, planned or real. */
export interface Planstelle {
  readonly dienst: string;
  readonly jahr: number;
  readonly art: Planart;
}

/** A service that a house offers. */
export interface EigenerDienst {
  readonly dienst: string;
  readonly titel: string;
}

/** The services that a house offers, by their titles. */
export async function eigeneDienste(
  { db }: Pick<CostsDeps, 'db'>,
  { anbieter }: Manager,
): Promise<readonly EigenerDienst[]> {
  const own = (await db.withPublic(readAngebote)).filter(({ anbieterId }) => anbieterId === anbieter.tenant);
  const titles = new Map(own.map(({ dienst, data }) => [dienst, data.title]));
  return [...titles]
    .map(([dienst, titel]) => ({ dienst, titel }))
    .toSorted((a, b) => a.titel.localeCompare(b.titel, 'de'));
}

/** What offered services are called, by their id. */
export async function dienstTitel({ db }: Pick<CostsDeps, 'db'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await db.withPublic(readAngebote)).map(({ dienst, data }) => [dienst, data.title]));
}

/** All plans of a house in their newest Fassung. */
export function plaeneOf(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
): Promise<readonly Plan[]> {
  return db.withTenant(anbieter.tenant, actor, readPlaene);
}

/** A plan as its page shows it: as it is kept, with the weights of today, and what it comes to. */
export interface Planstand {
  readonly plan: Plan;
  readonly zusammen: Kostenplan;
  readonly rechnung: Result<Abrechnung>;
}

export function planstand(
  deps: Pick<CostsDeps, 'db' | 'clock' | 'grundlagen'>,
  { actor, anbieter }: Manager,
  stelle: Planstelle,
): Promise<Result<Planstand>> {
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    const plan = await readPlan(tx, stelle.dienst, stelle.jahr, stelle.art);
    if (plan === null) return refuse(planUnknown);
    return planstandOf(tx, deps, plan, anbieter.name);
  });
}

/** A plan as it is kept, for whoever changes it: also one that cannot be apportioned yet. */
export async function planOf(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, anbieter }: Manager,
  { dienst, jahr, art }: Planstelle,
): Promise<Result<Plan>> {
  const plan = await db.withTenant(anbieter.tenant, actor, (tx) => readPlan(tx, dienst, jahr, art));
  return plan ? ok(plan) : refuse(planUnknown);
}

/** What a plan comes to in the transaction of its house. */
export async function planstandOf(
  tx: Tx,
  deps: Pick<CostsDeps, 'clock' | 'grundlagen'>,
  plan: Plan,
  betreiber: string,
): Promise<Result<Planstand>> {
  const zusammen = await composedIn(tx, deps, plan, betreiber);
  if (!zusammen.ok) return zusammen;
  return ok({ plan, zusammen: zusammen.value, rechnung: apportion(zusammen.value) });
}

/** A plan with the weights that its keys have in the transaction of its house. */
export async function composedIn(
  tx: Tx,
  { clock, grundlagen }: Pick<CostsDeps, 'clock' | 'grundlagen'>,
  plan: Pick<Plan, 'dienst' | 'jahr' | 'art' | 'inhalt'>,
  betreiber: string,
): Promise<Result<Kostenplan>> {
  const nutzung: (readonly Nutzung[])[] = [];
  for (const jahr of nutzungsjahre(plan.inhalt)) nutzung.push(await readNutzung(tx, jahr, plan.dienst));
  const tabellen = await readSchluessel(tx);
  const { steuerregeln } = await grundlagen();
  return composePlan(plan, {
    tabellen,
    nutzung: nutzung.flat(),
    steuerregeln,
    betreiber,
    heute: clock.today(),
  });
}

/** A change of a plan; `grundlage` is the Fassung that was read, 0 for a new one. */
export interface PlanWunsch extends Planstelle {
  readonly grundlage: number;
  readonly inhalt: PlanInhalt;
}

/** Keeps a plan as its next Fassung. What cannot be apportioned yet is kept too: a plan grows step by step. */
export async function savePlan(
  deps: Pick<CostsDeps, 'db' | 'clock'>,
  manager: Manager,
  { dienst, jahr, art, grundlage, inhalt }: PlanWunsch,
): Promise<Result<Plan>> {
  const { actor, anbieter } = manager;
  if (!(await eigeneDienste(deps, manager)).some((one) => one.dienst === dienst))
    return refuse(serviceUnknown(dienst));
  return deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
    const before = await readPlan(tx, dienst, jahr, art);
    if (before && grundlage === 0) return refuse(planExists);
    if ((before?.fassung ?? 0) !== grundlage) return refuse(changedMeanwhile);
    const kopf = { dienst, jahr, art, fassung: grundlage + 1 };
    const now = deps.clock.now();
    if (!(await insertPlan(tx, anbieter.tenant, kopf, inhalt, now))) return refuse(changedMeanwhile);
    await recordAudit(tx, {
      action: 'costs.plan.stated',
      object: { type: 'kostenplan', id: `${dienst}/${jahr}/${art}` },
      summary: { fassung: kopf.fassung },
    });
    return ok({ ...kopf, inhalt, angegebenAm: now });
  });
}
