import { badge, type Html } from '#ui';
import { type BerichtZustand, zustandNamen } from '../domain/bericht.ts';

const kinds = {
  entwurf: 'neutral',
  vorgelegt: 'info',
  freigegeben: 'success',
  zurueckgezogen: 'warning',
} as const;

/** The state of a report as a badge. */
export function berichtBadge(zustand: BerichtZustand): Html {
  return badge(kinds[zustand], zustandNamen[zustand]);
}
