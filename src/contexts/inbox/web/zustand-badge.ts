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

/** Whether an attachment was scanned; `scanning` says whether it will be before it leaves. */
export function scanBadge(scanned: boolean, scanning: boolean) {
  if (scanned) return badge('success', 'geprüft');
  return scanning ? badge('info', 'noch nicht geprüft') : badge('warning', 'nicht geprüft');
}
