import { type Cents, type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import type { Abrechnung } from './abrechnung.ts';
import { apportion } from './apportion.ts';
import type { Dezimal, Kostenplan, Rundung, Zahler } from './kostenplan.ts';
import { planRefusal } from './refusals.ts';

/** What to try out. */
export type Aenderung =
  /** Another key for one position, or (`null`) for all. */
  | { readonly art: 'schluessel'; readonly position: string | null; readonly schluessel: string }
  /** Another key inside a layer; `null`: the position's own. */
  | { readonly art: 'schicht'; readonly schicht: string; readonly schluessel: string | null }
  /** Somebody joins; their values by the id of the key. */
  | {
      readonly art: 'beitritt';
      readonly zahler: Zahler;
      readonly werte: Readonly<Record<string, Dezimal>>;
    }
  | { readonly art: 'austritt'; readonly kennung: string; readonly bis: LocalDate }
  | { readonly art: 'rundung'; readonly rundung: Rundung };

export interface Unterschied {
  readonly kennung: string;
  readonly name: string;
  /** Gross. */
  readonly vorher: Cents;
  readonly nachher: Cents;
  readonly unterschied: Cents;
}

export interface Simulation {
  readonly before: Abrechnung;
  readonly after: Abrechnung;
  readonly unterschiede: readonly Unterschied[];
}

/** Apportions a plan as it is and as it would be; nothing is kept. Refuses as `apportion`. */
export function simulate(plan: Kostenplan, change: Aenderung): Result<Simulation> {
  const changed = applied(plan, change);
  if (!changed.ok) return changed;
  const before = apportion(plan);
  if (!before.ok) return before;
  const after = apportion(changed.value);
  if (!after.ok) return after;
  const unterschiede = unterschiedeOf(before.value, after.value);
  return ok({ before: before.value, after: after.value, unterschiede });
}

/** The plan with the change in it. */
export function applied(plan: Kostenplan, change: Aenderung): Result<Kostenplan> {
  switch (change.art) {
    case 'schluessel':
      return change.position !== null && !plan.positionen.some(({ id }) => id === change.position)
        ? refuse(notHere('Position', change.position))
        : ok({
            ...plan,
            positionen: plan.positionen.map((each) =>
              change.position === null || each.id === change.position
                ? { ...each, schluessel: change.schluessel }
                : each,
            ),
          });
    case 'schicht':
      return withSchicht(plan, change.schicht, change.schluessel);
    case 'beitritt':
      return ok(withZahler(plan, change.zahler, change.werte));
    case 'austritt':
      return plan.zahler.some(({ kennung }) => kennung === change.kennung)
        ? ok({
            ...plan,
            zahler: plan.zahler.map((each) =>
              each.kennung === change.kennung ? { ...each, bis: change.bis } : each,
            ),
          })
        : refuse(notHere('Zahler', change.kennung));
    case 'rundung':
      return ok({ ...plan, rundung: change.rundung });
  }
}

function withSchicht(plan: Kostenplan, id: string, schluessel: string | null): Result<Kostenplan> {
  const { schichten } = plan.finanzierung;
  if (!schichten.some((each) => each.id === id)) return refuse(notHere('Schicht', id));
  const changed = schichten.map((each) => (each.id === id ? { ...each, schluessel } : each));
  return ok({ ...plan, finanzierung: { ...plan.finanzierung, schichten: changed } });
}

function withZahler(plan: Kostenplan, zahler: Zahler, werte: Readonly<Record<string, Dezimal>>): Kostenplan {
  const schluessel = plan.schluessel.map((each) => {
    const value = werte[each.id];
    return value === undefined ? each : { ...each, werte: { ...each.werte, [zahler.kennung]: value } };
  });
  return { ...plan, schluessel, zahler: [...plan.zahler, zahler] };
}

function unterschiedeOf(before: Abrechnung, after: Abrechnung): readonly Unterschied[] {
  const old = new Map(before.zahlungen.map((each) => [each.kennung, each.brutto]));
  return after.zahlungen.map(({ kennung, name, brutto }) => {
    const vorher = old.get(kennung) ?? 0n;
    return { kennung, name, vorher, nachher: brutto, unterschied: brutto - vorher };
  });
}

function notHere(what: string, id: string): Refusal {
  return planRefusal(
    'COSTS_SIMULATION_UNKNOWN',
    `${what} „${id}“ gibt es in diesem Kostenplan nicht. Wählen Sie aus der Liste.`,
    'aenderung',
  );
}
