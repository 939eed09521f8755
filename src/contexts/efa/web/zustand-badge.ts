import { badge } from '#ui';
import type { Zustand } from '../domain/zustand.ts';
import { zustandLabel } from '../messages.ts';

const kinds = {
  interesse: 'neutral',
  parameter: 'info',
  test: 'info',
  live: 'success',
  ausgesetzt: 'warning',
  beendet: 'neutral',
} as const;

/** The state of an Anbindung as word, icon and colour. */
export function zustandBadge(zustand: Zustand) {
  return badge(kinds[zustand], zustandLabel[zustand]);
}
