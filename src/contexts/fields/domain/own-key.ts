import { foldGerman } from '#kernel';
import type { Ebene } from './feld.ts';

/** What the keys of an organisation's own fields begin with, so that those of a Kommune never meet its provider's. */
export const keyPrefix: Readonly<Record<Ebene, string>> = { anbieter: 'eigen-', kommune: 'kommune-' };

const longestSlug = 40;

/** A key for a new field: from its label, and never one that is or was in use. */
export function ownKey(ebene: Ebene, label: string, used: ReadonlySet<string>): string {
  const words = foldGerman(label).replaceAll(/[^a-z0-9]+/g, '-');
  const slug = words.replaceAll(/^-+|-+$/g, '').slice(0, longestSlug) || 'feld';
  const base = `${keyPrefix[ebene]}${slug}`;
  let key = base;
  for (let number = 2; used.has(key); number += 1) key = `${base}-${number}`;
  return key;
}
