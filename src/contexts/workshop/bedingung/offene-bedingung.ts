import type { Zusammenstellung } from '#forms/bedingungen';
import { isList, isObject, type Json, type Pointer } from '../domain/json.ts';

/** A condition on which somebody is still working: it travels with the form and is never kept. */
export interface OffeneBedingung {
  /** `null` where it is there as text alone. */
  readonly zeilen: Zusammenstellung | null;
  readonly text: string;
  /** Whether somebody wants to write it as text. */
  readonly alsText: boolean;
  /** Where the page comes back: the line by its numbers; `null` where nothing was pressed. */
  readonly bei: readonly number[] | null;
}

// No document that somebody sends can hold one.
const alle = new WeakMap<object, OffeneBedingung>();

/** An open condition in the place of its expression. */
export function alsWert(offen: OffeneBedingung): Json {
  const platz = { offen: true };
  alle.set(platz, offen);
  return platz;
}

/** What `alsWert` made; `null` for anything else. */
export function offeneBedingung(wert: Json | undefined): OffeneBedingung | null {
  return isObject(wert) ? (alle.get(wert) ?? null) : null;
}

/** The places of all open conditions within a value. */
export function offeneIn(wert: Json, at: Pointer = []): readonly Pointer[] {
  if (offeneBedingung(wert)) return [at];
  if (isList(wert)) return wert.flatMap((each, index) => offeneIn(each, [...at, index]));
  if (!isObject(wert)) return [];
  return Object.entries(wert).flatMap(([name, each]) => offeneIn(each, [...at, name]));
}
