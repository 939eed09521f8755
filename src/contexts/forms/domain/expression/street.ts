import { foldGerman } from '#kernel';

/** A street's name as people write it in many ways: „Mittelstr.“, „MITTELSTRASSE“ and „Mittelstraße“ become one. */
export function foldStreet(street: string): string {
  return foldGerman(street)
    .replaceAll(/[^a-z0-9]+/g, '')
    .replace(/str$/, 'strasse');
}
