import { regelungOf } from '#catalogue';
import type { LocalDate } from '#kernel';
import type { CompiledDuties } from '../domain/compiled-duties.ts';
import {
  type Herkunft,
  type HerkunftArt,
  herkunftOf,
  herkunftText,
  regelungZweifel,
} from '../domain/herkunft.ts';
import type { DutiesWorld } from '../duties-world.ts';

/** The two axes beside the verdict: who regulates, and where the rule of the verdict comes from. */
export interface Achsen {
  readonly regelung: string | null;
  /** Where Typisierung and norm contradict each other about who regulates. */
  readonly regelungZweifel: string | null;
  readonly herkunft: {
    readonly art: HerkunftArt;
    readonly text: string;
    readonly regelIds: readonly string[];
  };
}

/** The axes of all Leistungen: each that differs once, and for each Leistung which of them is its own. */
export interface AllAxes {
  readonly achsen: readonly Achsen[];
  /** By position in the catalogue. */
  readonly achseOf: readonly number[];
}

/** The axes of one Leistung in a Land on a day. */
export function axesOf(
  world: DutiesWorld,
  { id, ozgId }: { readonly id: string; readonly ozgId: number | null },
  herkunft: Herkunft,
): Achsen {
  const leistung = world.catalogue.leistungById.get(id);
  const regelung = leistung ? regelungOf(world.catalogue, leistung).wer : null;
  return {
    regelung,
    regelungZweifel: regelungZweifel(regelung, herkunft),
    herkunft: {
      art: herkunft.art,
      text: herkunftText(herkunft, ozgId),
      regelIds: herkunft.regeln.map((regel) => regel.id),
    },
  };
}

const mostDays = 8;
const kept = new WeakMap<CompiledDuties, Map<string, AllAxes>>();

/** The axes of all Leistungen in a Land on a day: the same for all its bodies, so they are told once. */
export function allAxes(world: DutiesWorld, land: string, date: LocalDate): AllAxes {
  const days = kept.get(world.duties) ?? new Map<string, AllAxes>();
  kept.set(world.duties, days);
  const key = `${land} ${date}`;
  const axes = days.get(key) ?? makeAxes(world, land, date);
  days.delete(key);
  days.set(key, axes);
  const oldest = days.keys().next();
  if (days.size > mostDays && !oldest.done) days.delete(oldest.value);
  return axes;
}

/** Leistungen of one Fall and one OZG-Leistung share their Typisierung and rules, and so their axes. */
function makeAxes(world: DutiesWorld, land: string, date: LocalDate): AllAxes {
  const herkuenfte = world.duties.faelle.map((fall) => herkunftOf(fall, land, date));
  const numbers = new Map<string, number>();
  const achsen: Achsen[] = [];
  const achseOf = world.duties.facts.leistungen.map((leistung, position) => {
    const fall = world.duties.fallByLeistung[position] ?? 0;
    const key = `${fall} ${leistung.ozgId}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const herkunft = herkuenfte[fall] ?? { art: 'keine', regeln: [], verdraengt: [] };
    achsen.push(axesOf(world, leistung, herkunft));
    numbers.set(key, achsen.length - 1);
    return achsen.length - 1;
  });
  return { achsen, achseOf };
}
