import { type LocalDate, ok, type Result, refuse } from '#kernel';
import type { CostsDeps } from '../costs-deps.ts';
import { apportion } from '../domain/apportion.ts';
import type { Kostenplan } from '../domain/kostenplan.ts';
import { type Aenderung, type Simulation, simulate } from '../domain/simulate.ts';
import { zahlerName } from '../domain/zahler-name.ts';
import { invalid } from '../errors.ts';
import type { PlanInhalt } from '../plan-inhalt.ts';
import type { Manager } from './actors.ts';
import { composedIn, type Planstelle, planstand } from './plan.ts';

/** What somebody wants to try out. */
export type Versuch =
  | { readonly art: 'schluessel'; readonly position: string | null; readonly schluessel: string }
  | { readonly art: 'beitritt'; readonly kennung: string; readonly ab: LocalDate }
  | { readonly art: 'austritt'; readonly kennung: string; readonly bis: LocalDate }
  | { readonly art: 'rundung'; readonly rundung: Kostenplan['rundung'] };

/** Apportions a plan as it is and as it would be. Nothing is kept. */
export async function simuliere(
  deps: Pick<CostsDeps, 'db' | 'clock' | 'territory' | 'grundlagen'>,
  manager: Manager,
  stelle: Planstelle,
  versuch: Versuch,
): Promise<Result<Simulation>> {
  const stand = await planstand(deps, manager, stelle);
  if (!stand.ok) return stand;
  const { plan, zusammen } = stand.value;
  if (versuch.art === 'beitritt') return beitritt(deps, manager, { plan, zusammen }, versuch);
  return simulate(zusammen, versuch satisfies Aenderung);
}

/** A Kommune joins with what the tables say of it; by use it counts as one takes part on average. */
async function beitritt(
  deps: Pick<CostsDeps, 'db' | 'clock' | 'territory' | 'grundlagen'>,
  { anbieter, actor }: Manager,
  {
    plan,
    zusammen,
  }: { readonly plan: Planstelle & { readonly inhalt: PlanInhalt }; readonly zusammen: Kostenplan },
  { kennung, ab }: Extract<Versuch, { readonly art: 'beitritt' }>,
): Promise<Result<Simulation>> {
  const territory = await deps.territory();
  if (zusammen.zahler.some((one) => one.kennung === kennung))
    return refuse(
      invalid([
        { field: 'kennung', message: 'Diese Kommune nimmt schon teil. Bitte wählen Sie eine andere.' },
      ]),
    );
  if (!territory.bodyByAgs.has(kennung))
    return refuse(
      invalid([{ field: 'kennung', message: 'Diesen AGS gibt es nicht. Bitte wählen Sie eine Kommune.' }]),
    );
  const before = apportion(zusammen);
  if (!before.ok) return before;
  const joiner = { kennung, name: zahlerName(territory, kennung), gruppen: groupsOf(zusammen), von: ab };
  const inhalt = { ...plan.inhalt, zahler: [...plan.inhalt.zahler, joiner] };
  const composed = await deps.db.withTenant(anbieter.tenant, actor, (tx) =>
    composedIn(tx, deps, { ...plan, inhalt }, anbieter.name),
  );
  if (!composed.ok) return composed;
  const withMean = {
    ...composed.value,
    schluessel: composed.value.schluessel.map((key) => meanFor(key, kennung, zusammen)),
  };
  const after = apportion(withMean);
  if (!after.ok) return after;
  const old = new Map(before.value.zahlungen.map((one) => [one.kennung, one.brutto]));
  return ok({
    before: before.value,
    after: after.value,
    unterschiede: after.value.zahlungen.map(({ kennung: key, name, brutto }) => {
      const vorher = old.get(key) ?? 0n;
      return { kennung: key, name, vorher, nachher: brutto, unterschied: brutto - vorher };
    }),
  });
}

function meanFor(
  key: Kostenplan['schluessel'][number],
  kennung: string,
  { zahler }: Kostenplan,
): Kostenplan['schluessel'][number] {
  if (key.art !== 'nutzung' || zahler.length === 0) return key;
  const sum = Object.values(key.werte ?? {}).reduce((all, value) => all + BigInt(value), 0n);
  return { ...key, werte: { ...key.werte, [kennung]: `${sum}/${zahler.length}` } };
}

function groupsOf({ zahler }: Kostenplan): readonly string[] {
  return zahler.find(({ kennung }) => /^\d{8}$/.test(kennung))?.gruppen ?? zahler[0]?.gruppen ?? [];
}
