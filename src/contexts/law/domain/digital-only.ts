import { isValidOn, type LocalDate } from '#kernel';
import type { Eintrag } from './eintrag.ts';

/** What this context needs to know of a Leistung. */
export interface LawLeistung {
  readonly id: string;
  /** Who regulates it by the Typisierung: `Bund`, `Land`, `Kommune` or nothing known. */
  readonly regelung: string | null;
  /** Marked as a procedure of Annex II of Regulation (EU) 2018/1724. */
  readonly sdg2: boolean | null;
}

/** Whether an entry names a Leistung. */
export type Names<L extends LawLeistung> = (eintrag: Eintrag, leistung: L) => boolean;

/** § 1a (1) sentence 2 OZG for one Leistung: it should be electronic only, it need not, or it is not decided. */
export type DigitalOnly = 'soll' | 'nicht' | 'offen';

/**
 * A Leistung should be electronic only where both are decided: it executes Bundesrecht, and it concerns businesses
 * alone. What nobody has decided is open, never a duty.
 */
export function digitalOnlyOf<L extends LawLeistung>(
  leistung: L,
  nutzergruppen: readonly Eintrag[],
  names: Names<L>,
): DigitalOnly {
  const arten = new Set(
    nutzergruppen.filter((eintrag) => names(eintrag, leistung)).map((eintrag) => eintrag.art),
  );
  if (leistung.regelung !== null && leistung.regelung !== 'Bund') return 'nicht';
  if (arten.size > 1) return 'offen';
  if (arten.has('nur-personen') || arten.has('gemischt')) return 'nicht';
  return leistung.regelung === 'Bund' && arten.has('nur-unternehmen') ? 'soll' : 'offen';
}

/** The entries of a register that hold on a day. */
export function entriesOf(
  eintraege: readonly Eintrag[],
  register: Eintrag['register'],
  date: LocalDate,
): readonly Eintrag[] {
  return eintraege.filter((eintrag) => eintrag.register === register && isValidOn(eintrag, date));
}
