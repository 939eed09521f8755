import { type Feld, readNamedValues } from '#fields';
import type { FieldProblem, LocalDate } from '#kernel';
import type { Stand, StandAenderung } from '../domain/stand.ts';

/** Reads the own fields of a change, which names all that shall hold, into the form in which they are kept. */
export function eigeneFelder(
  felder: readonly Feld[],
  current: Stand | null,
  aenderung: StandAenderung,
  heute: LocalDate,
): { readonly aenderung: StandAenderung; readonly problems: readonly FieldProblem[] } {
  if (aenderung.felder === undefined) return { aenderung, problems: [] };
  const before = current?.felder ?? {};
  const gone = Object.fromEntries(Object.keys(before).map((key) => [key, '']));
  const read = readNamedValues(felder, { ...gone, ...aenderung.felder }, before, heute);
  return { aenderung: { ...aenderung, felder: read.werte }, problems: read.problems };
}
