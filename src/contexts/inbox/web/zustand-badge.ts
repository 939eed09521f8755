import { badge } from '#ui';
import type { Zustand } from '../domain/zustand.ts';
import { zustandLabel } from '../messages.ts';

const kinds = {
  neu: 'info',
  'in-bearbeitung': 'neutral',
  rueckfrage: 'warning',
  'antwort-da': 'info',
  entschieden: 'success',
  abgeschlossen: 'neutral',
  weitergeleitet: 'neutral',
  zurueckgezogen: 'neutral',
  geloescht: 'neutral',
} as const satisfies Record<Zustand, string>;

/** The state of a case, with colour and word. */
export function zustandBadge(zustand: Zustand) {
  return badge(kinds[zustand], zustandLabel[zustand]);
}
