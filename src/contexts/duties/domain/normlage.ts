import { isValidOn, type LocalDate } from '#kernel';
import { type Fall, type Kandidat, sameRang } from './fall.ts';

/** What the rules say on a day before anybody asks for the class of a body. */
export type Normlage =
  | { readonly art: 'gilt'; readonly kandidaten: readonly [Kandidat, ...Kandidat[]] }
  | { readonly art: 'ausser-kraft' | 'noch-nicht'; readonly kandidat: Kandidat }
  | { readonly art: 'keine' };

/**
 * Goes from the most special rules to the broadest. The first rank with a rule in force decides; so does a rule whose
 * norm has ended and whose successor nobody has read, because a broader rule must not fill its place by accident.
 */
export function normlageOn(fall: Fall, land: string, date: LocalDate): Normlage {
  const kandidaten = fall.kandidaten.filter(({ regel }) => regel.land === land);
  let spaeter: Kandidat | undefined;
  for (let start = 0; start < kandidaten.length; ) {
    const rank = kandidaten.filter((kandidat) => sameRang(kandidat, kandidaten[start] ?? kandidat));
    const [erster, ...weitere] = rank.filter((kandidat) => isInForce(kandidat, date));
    if (erster !== undefined) return { art: 'gilt', kandidaten: [erster, ...weitere] };
    const ended = rank.find((kandidat) => hasEndedUnread(kandidat, date));
    if (ended !== undefined) return { art: 'ausser-kraft', kandidat: ended };
    spaeter ??= rank.find((kandidat) => isYetToCome(kandidat, date));
    start += rank.length;
  }
  return spaeter === undefined ? { art: 'keine' } : { art: 'noch-nicht', kandidat: spaeter };
}

function isInForce({ regel }: Kandidat, date: LocalDate): boolean {
  return !regel.ausserKraft && isValidOn(regel, date);
}

function hasEndedUnread({ regel }: Kandidat, date: LocalDate): boolean {
  if (regel.nachfolgeGeprueft) return false;
  if (regel.validTo !== null) return regel.validTo < date;
  return regel.ausserKraft && !isYetToCome({ regel }, date);
}

function isYetToCome({ regel }: Pick<Kandidat, 'regel'>, date: LocalDate): boolean {
  return regel.validFrom !== null && date < regel.validFrom;
}
