import { buchungLabel } from '../messages.ts';
import type { Buchung } from '../store-zahlung.ts';

/** What a booking was, with its reference or remark. */
export function buchungText({ art, beleg, bemerkung }: Buchung): string {
  const words = art === 'rueckzahlung' ? beleg : bemerkung;
  return `${buchungLabel[art]}${words === '' ? '' : `: ${words}`}`;
}
