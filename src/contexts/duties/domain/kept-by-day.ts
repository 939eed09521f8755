import type { LocalDate } from '#kernel';
import type { CompiledDuties } from './compiled-duties.ts';

/** Of how many days and Länder the values are kept, for each state of rules and catalogue. */
const mostKept = 4;

/**
 * What holds for all bodies of a Land on a day is worked out once for each state of the rules: one list after the other asks
 * for the same. The days that were asked for last are kept, as long as somebody holds that state.
 */
export function keptByDay<T>(make: (duties: CompiledDuties, land: string, date: LocalDate) => T) {
  const byDuties = new WeakMap<CompiledDuties, Map<string, { readonly value: T }>>();
  return (duties: CompiledDuties, land: string, date: LocalDate): T => {
    const kept = byDuties.get(duties) ?? new Map<string, { readonly value: T }>();
    byDuties.set(duties, kept);
    const key = `${land} ${date}`;
    const one = kept.get(key) ?? { value: make(duties, land, date) };
    kept.delete(key);
    kept.set(key, one);
    const oldest = kept.keys().next();
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
    return one.value;
  };
}
