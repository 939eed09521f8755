import { badge } from '#ui';
import type { Zustand } from '../domain/zustand.ts';
import { zustandLabel } from '../messages.ts';

const kinds = {
  offen: 'warning',
  'wieder-offen': 'warning',
  beantwortet: 'success',
  zurueckgezogen: 'neutral',
} as const;

export function zustandBadge(zustand: Zustand) {
  return badge(kinds[zustand], zustandLabel[zustand]);
}
