import { foldGerman } from '#kernel';

/** A street's name as people write it in many ways: „Mittelstr.“, „MITTELSTRASSE“ and „Mittelstraße“ become one. */
function foldStreet(street: string): string {
  return foldGerman(street)
    .replaceAll(/[^a-z0-9]+/g, '')
    .replace(/str$/, 'strasse');
}

// A Kommune's list of streets stays the same from request to request; folding it each time would cost more than the form.
const folded = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Whether the street stands in the list, however either is written. */
export function streetIn(street: string, list: readonly string[]): boolean {
  const known = folded.get(list) ?? new Set(list.map(foldStreet));
  folded.set(list, known);
  const wanted = foldStreet(street);
  return wanted !== '' && known.has(wanted);
}
