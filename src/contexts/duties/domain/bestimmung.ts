import { type EvidenceGrade, isValidOn, type LocalDate, type Source, type Validity } from '#kernel';

/** The decision about a right on application (value A): whether this body does the task itself. */
export interface Bestimmung extends Validity {
  readonly id: string;
  readonly ags: string;
  readonly aufgabeId: string;
  readonly bestimmt: boolean;
  readonly source: Source;
  readonly evidenz: EvidenceGrade;
  /** Demo data, shown as „erfunden“. */
  readonly erfunden: boolean;
  readonly note: string | null;
}

/** What is decided on a day: the youngest Bestimmungen that hold, which must agree. */
export type Bestimmungslage =
  | { readonly art: 'keine' }
  | { readonly art: 'entschieden'; readonly bestimmt: boolean; readonly belege: readonly Bestimmung[] }
  | { readonly art: 'widerspruch'; readonly belege: readonly Bestimmung[] };

/** The Bestimmungen of one body under one rule, seen on a day; a later one replaces an earlier one. */
export function bestimmungslage(bestimmungen: readonly Bestimmung[], date: LocalDate): Bestimmungslage {
  const valid = bestimmungen.filter((bestimmung) => isValidOn(bestimmung, date));
  if (valid.length === 0) return { art: 'keine' };
  const newest = valid.reduce((latest, each) => (start(each) > start(latest) ? each : latest));
  const deciding = valid.filter((each) => start(each) === start(newest));
  if (deciding.some((each) => each.bestimmt !== newest.bestimmt))
    return { art: 'widerspruch', belege: deciding };
  const belege = valid.filter((each) => each.bestimmt === newest.bestimmt).sort(byStartDescending);
  return { art: 'entschieden', bestimmt: newest.bestimmt, belege };
}

function start(bestimmung: Bestimmung): string {
  return bestimmung.validFrom ?? '';
}

function byStartDescending(a: Bestimmung, b: Bestimmung): number {
  return start(a) < start(b) ? 1 : start(a) > start(b) ? -1 : 0;
}
