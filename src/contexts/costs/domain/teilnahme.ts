import type { Kostenplan, Zahler } from './kostenplan.ts';
import { type Monat, monat, monateBetween, monatOf } from './monat.ts';

/** In how many months between two a payer takes part. Every begun month counts. */
export function teilnahmeMonate(
  zahler: Zahler,
  von: Monat,
  bis: Monat,
  plan: Pick<Kostenplan, 'beitritt'>,
): number {
  const beginn = beginnOf(zahler, plan.beitritt);
  const ende = zahler.bis === undefined ? bis : monatOf(zahler.bis);
  return monateBetween(beginn !== null && beginn > von ? beginn : von, ende < bis ? ende : bis);
}

/** The first month that is billed; `null`: from ever. */
function beginnOf({ von, vertragAm }: Zahler, regel: Kostenplan['beitritt']): Monat | null {
  const first = von === undefined ? null : monatOf(von);
  const vertrag = vertragAm ?? von;
  if (regel === 'monatsgenau' || vertrag === undefined || Number(vertrag.slice(5, 7)) < 10) return first;
  const nextYear = monat(`${Number(vertrag.slice(0, 4)) + 1}-01`);
  return first !== null && first > nextYear ? first : nextYear;
}
