import { ok, type Result, refuse } from '#kernel';
import { boundedMemory, type Tx } from '#platform';
import { nutzungsjahre } from '../compose-plan.ts';
import type { CostsDeps } from '../costs-deps.ts';
import type { Abrechnung } from '../domain/abrechnung.ts';
import type { Kostenplan } from '../domain/kostenplan.ts';
import { planUnknown } from '../errors.ts';
import type { Plan, PlanInhalt } from '../plan-inhalt.ts';
import { readPlan } from '../store-plan.ts';
import { readNutzungsmarke, readPlanmarke } from '../store-planmarke.ts';
import type { Manager } from './actors.ts';
import { type Planstand, type Planstelle, planstandOf } from './plan.ts';

/** What the page of a plan shows: no payer and no weight, so it is small for any number of payers. */
export interface Planbild {
  readonly plan: Omit<Plan, 'inhalt'> & {
    readonly inhalt: Pick<PlanInhalt, 'titel' | 'von' | 'bis' | 'rundung'>;
  };
  readonly zusammen: Pick<Kostenplan, 'positionen' | 'schluessel' | 'finanzierung' | 'steuerregeln'>;
  readonly rechnung: Result<{
    readonly summe: Abrechnung['summe'];
    readonly zahler: number;
    readonly hinweise: readonly string[];
  }>;
}

/** A picture with what it rests on. */
interface Gehalten {
  readonly bild: Planbild;
  readonly marke: string;
  readonly jahre: readonly number[];
  readonly nutzung: string;
}

type Deps = Pick<CostsDeps, 'db' | 'clock' | 'grundlagen'>;

/** Gives what the page of a plan shows. */
export type Planbilder = (who: Manager, stelle: Planstelle) => Promise<Result<Planbild>>;

const mostKept = 100;

/**
 * Pictures of plans, each kept until what it rests on changes: 10,813 payers are apportioned once and not for every look. The
 * mark is read before the values, so what is kept is never older than its mark. Who was not asked for longest goes first.
 */
export function openPlanbilder(deps: Deps, most = mostKept): Planbilder {
  const kept = boundedMemory<Gehalten>(most);
  return ({ actor, anbieter }, stelle) =>
    deps.db.withTenant(anbieter.tenant, actor, async (tx) => {
      const versions = await readPlanmarke(tx, stelle);
      if (versions === null) return refuse(planUnknown);
      const marke = `${versions} ${deps.clock.today()} ${anbieter.name}`;
      const key = JSON.stringify([anbieter.tenant, stelle.dienst, stelle.jahr, stelle.art]);
      const before = kept.get(key);
      if (before && (await stillHolds(tx, stelle, before, marke))) return ok(before.bild);
      const made = await paint(tx, deps, stelle, anbieter.name);
      if (!made.ok) return made;
      kept.set(key, { ...made.value, marke }, 1);
      return ok(made.value.bild);
    });
}

async function stillHolds(tx: Tx, stelle: Planstelle, before: Gehalten, marke: string): Promise<boolean> {
  return before.marke === marke && (await markeOf(tx, stelle, before.jahre)) === before.nutzung;
}

async function paint(
  tx: Tx,
  deps: Deps,
  stelle: Planstelle,
  betreiber: string,
): Promise<Result<Omit<Gehalten, 'marke'>>> {
  const plan = await readPlan(tx, stelle.dienst, stelle.jahr, stelle.art);
  if (plan === null) return refuse(planUnknown);
  const jahre = nutzungsjahre(plan.inhalt);
  const nutzung = await markeOf(tx, stelle, jahre);
  const stand = await planstandOf(tx, deps, plan, betreiber);
  return stand.ok ? ok({ bild: bildOf(stand.value), jahre, nutzung }) : stand;
}

function markeOf(tx: Tx, { dienst }: Planstelle, jahre: readonly number[]): Promise<string> {
  return jahre.length === 0 ? Promise.resolve('') : readNutzungsmarke(tx, jahre, dienst);
}

function bildOf({ plan, zusammen, rechnung }: Planstand): Planbild {
  const { titel, von, bis, rundung } = plan.inhalt;
  const { positionen, finanzierung, steuerregeln } = zusammen;
  const schluessel = zusammen.schluessel.map(({ werte: _, ...rest }) => rest);
  return {
    plan: { ...plan, inhalt: { titel, von, bis, rundung } },
    zusammen: { positionen, schluessel, finanzierung, steuerregeln },
    rechnung: rechnung.ok
      ? ok({
          summe: rechnung.value.summe,
          zahler: rechnung.value.zahlungen.length,
          hinweise: rechnung.value.hinweise.map(({ text }) => text),
        })
      : rechnung,
  };
}
