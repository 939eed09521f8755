import type { LocalDate } from '#kernel';
import { type Fakt, lageOf, type Partei, type Punkt } from './punkt.ts';
import { istAmZug, staendeOn } from './stand.ts';

/** A moment with its day. */
export interface Zeitpunkt {
  readonly moment: Date;
  readonly tag: LocalDate;
}

/**
 * The required lines that began to wait for one of the parties after a moment: they can be done now, and could not then or
 * ran out since. Of an Anbindung that began after that moment all that can be done.
 */
export function neuAmZug(
  punkte: readonly Punkt[],
  fakten: readonly Fakt[],
  { beginn, vorher, jetzt }: { readonly beginn: Date; readonly vorher: Zeitpunkt; readonly jetzt: Zeitpunkt },
  parteien: ReadonlySet<Partei>,
): readonly Punkt[] {
  const now = amZug(punkte, fakten, jetzt, parteien);
  if (beginn > vorher.moment) return now;
  const then = new Set(amZug(punkte, fakten, vorher, parteien).map(({ id }) => id));
  return now.filter(({ id }) => !then.has(id));
}

function amZug(
  punkte: readonly Punkt[],
  fakten: readonly Fakt[],
  { moment, tag }: Zeitpunkt,
  parteien: ReadonlySet<Partei>,
): readonly Punkt[] {
  const staende = staendeOn(punkte, lageOf(fakten.filter(({ am }) => am <= moment)), tag);
  return punkte.filter(({ id, pflicht, wer }) => pflicht && parteien.has(wer) && istAmZug(staende.get(id)));
}
