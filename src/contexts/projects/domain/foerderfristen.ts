import { addDays, type LocalDate } from '#kernel';
import type { Projektfassung, Projektintern } from './projekt.ts';

/** What a day of the funding is about: applying, the end of the period, the proof of use. */
export type Fristart = 'antrag' | 'zeitraum-ende' | 'nachweis';

export interface Foerderfrist {
  readonly projekt: Pick<Projektfassung, 'id'> & { readonly titel: string; readonly programm: string };
  readonly art: Fristart;
  readonly am: LocalDate;
  /** The day has passed, and the proof was not handed in. */
  readonly versaeumt: boolean;
}

/**
 * The days of funding from today on for `days` days, soonest first, and every proof that is overdue. The proof is known
 * to the leading house only.
 */
export function foerderfristen(
  projekte: readonly { readonly projekt: Projektfassung; readonly intern: Projektintern | null }[],
  today: LocalDate,
  days: number,
): readonly Foerderfrist[] {
  const until = addDays(today, days);
  const all = projekte.flatMap(({ projekt: { id, inhalt }, intern }): readonly Foerderfrist[] => {
    const projekt = { id, titel: inhalt.titel, programm: inhalt.foerderprogramm };
    const due = (art: Fristart, am: LocalDate | null): readonly Foerderfrist[] =>
      am !== null && am >= today && am <= until ? [{ projekt, art, am, versaeumt: false }] : [];
    return [
      ...due('antrag', inhalt.antragsfrist),
      ...due('zeitraum-ende', inhalt.foerderBis),
      ...(intern?.nachweisAm === null ? nachweis(projekt, intern.nachweisFrist, today, until) : []),
    ];
  });
  return all.toSorted((a, b) => (a.am < b.am ? -1 : a.am > b.am ? 1 : 0));
}

function nachweis(
  projekt: Foerderfrist['projekt'],
  am: LocalDate | null,
  today: LocalDate,
  until: LocalDate,
): readonly Foerderfrist[] {
  return am === null || am > until ? [] : [{ projekt, art: 'nachweis', am, versaeumt: am < today }];
}
