import { foldGerman } from '#kernel';
import type { Tx } from '#platform';
import { readProjekt } from '../store-projekt.ts';

/** The id that a title makes: „Wohngeld online“ is `wohngeld-online`. */
export function kennungOf(titel: string): string {
  const slug = foldGerman(titel)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return slug.length >= 2 ? slug : `projekt-${slug}`;
}

// These addresses lead to pages that are no project.
const reserved: ReadonlySet<string> = new Set(['neu', 'zeitplan', 'einlesen', 'fristen']);

/** The first id of a title that no project has. */
export async function freieKennung(tx: Tx, titel: string): Promise<string> {
  const wanted = kennungOf(titel);
  const base = reserved.has(wanted) ? `projekt-${wanted}` : wanted;
  let free = base;
  for (let number = 2; (await readProjekt(tx, free)) !== null; number += 1) free = `${base}-${number}`;
  return free;
}

/** Whether a text can be the id of a project. */
export function isKennung(text: string): boolean {
  return /^[a-z0-9][a-z0-9-]{1,79}$/.test(text) && !reserved.has(text);
}
