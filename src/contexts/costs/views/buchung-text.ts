import type { Buchung } from '../store-zahlung.ts';

/** What a booking was, with its reference or remark. */
export function buchungText({ art, beleg, bemerkung }: Buchung): string {
  const words = art === 'rueckzahlung' ? beleg : bemerkung;
  return `${art === 'rueckzahlung' ? 'Rückzahlung' : 'Zahlung'}${words === '' ? '' : `: ${words}`}`;
}
