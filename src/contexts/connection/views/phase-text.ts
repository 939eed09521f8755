import { phaseLabel } from '../messages.ts';
import type { Cockpitzeile } from '../use-cases/read-cockpit.ts';

export const nichtLabel = 'nicht angebunden';

/** What a phase is called; a Kommune without an Anbindung has none. */
export function phaseText({ phase }: Pick<Cockpitzeile, 'phase'>): string {
  return phase === null ? nichtLabel : phaseLabel[phase];
}
