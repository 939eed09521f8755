import { ok, type Result, refuse } from '#kernel';

/** Person-days as whole tenths, so that sums are exact: 125 stands for 12,5 days. */
export type Zehntel = number;

/** More than any team has in a month, so that a slip of the keyboard is noticed. */
export const mostTage = 2_000;

const shape = /^\d{1,5}([.,]\d)?$/;

/** Reads „12“, „12,5“ or „12.5“; refuses more than one decimal, signs and what is too large. */
export function parseTage(text: string): Result<Zehntel, string> {
  const trimmed = text.trim();
  if (!shape.test(trimmed))
    return refuse('Bitte eine Zahl mit höchstens einer Stelle nach dem Komma angeben, zum Beispiel 12,5.');
  const tage = Math.round(Number(trimmed.replace(',', '.')) * 10);
  return tage > mostTage * 10 ? refuse(`Mehr als ${mostTage} Personentage sind nicht möglich.`) : ok(tage);
}

/** `12,5`, as German readers write it. */
export function formatTage(tage: Zehntel): string {
  return (tage / 10).toLocaleString('de-DE', { maximumFractionDigits: 1 });
}
