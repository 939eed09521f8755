import { addDays, type LocalDate } from '#kernel';
import type { KreisStand } from './stand.ts';
import type { Zustand } from './zustand.ts';

/** How long a statement counts as fresh, and until when as ageing; after that it is stale. */
export const frischeTage = { frisch: 180, alternd: 365 } as const;

export const frischen = ['frisch', 'alternd', 'veraltet'] as const;
export type Frische = (typeof frischen)[number];

/** How old a statement is on a day. */
export function frischeOn(angegebenAm: Date, heute: LocalDate): Frische {
  const day = angegebenAm.toISOString().slice(0, 10);
  if (day >= addDays(heute, -frischeTage.frisch)) return 'frisch';
  return day >= addDays(heute, -frischeTage.alternd) ? 'alternd' : 'veraltet';
}

const unfertig: ReadonlySet<Zustand> = new Set([
  'nicht-begonnen',
  'vorgemerkt',
  'geplant',
  'in-umsetzung',
  'in-erprobung',
]);

/** Whether a planned day has passed without the Leistung being online: a hint to look at it, never an achievement. */
export function terminVerstrichen(
  { zustand, geplantFuer }: Pick<KreisStand, 'zustand' | 'geplantFuer'>,
  heute: LocalDate,
): boolean {
  return geplantFuer !== null && geplantFuer < heute && unfertig.has(zustand);
}
