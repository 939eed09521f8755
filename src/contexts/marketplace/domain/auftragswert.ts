/** For an open-ended contract four years are reckoned, as procurement law does for contracts without an end. */
export const laufzeitOhneEnde = 4;
export const laengsteLaufzeit = 10;

/** What a contract is worth over its years, in cents: once, the first period, and every further calendar year. */
export function auftragswert(
  preis: { readonly jahrCent: number; readonly ersteCent: number; readonly einmaligCent: number },
  laufzeitJahre: number,
): number {
  return preis.einmaligCent + preis.ersteCent + preis.jahrCent * Math.max(0, laufzeitJahre - 1);
}
