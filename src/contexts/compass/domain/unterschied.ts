import {
  type Eintrag,
  type Stand,
  type StandAenderung,
  type StandFeld,
  type StandWerte,
  standFelder,
} from './stand.ts';

type Vergleichbar = StandAenderung | Eintrag;

/** The fields in which two statements differ; the day from which they hold is no content. */
export function unterschied(before: Vergleichbar | null, after: Vergleichbar): readonly StandFeld[] {
  return standFelder.filter(
    (field) => field !== 'giltAb' && field in after && !isSame(before?.[field] ?? null, after[field] ?? null),
  );
}

/** Two people changed a cell from the same starting point: what each made of which field. */
export interface Konflikt {
  /** The newest statement. */
  readonly inzwischen: Stand;
  /** What this person wants, and what it was when this person read it. */
  readonly meine: StandAenderung;
  /** Fields that both changed, to different values. */
  readonly strittig: readonly StandFeld[];
  /** Fields that only this person changed. */
  readonly nurMeine: readonly StandFeld[];
  /** Fields that only the others changed. */
  readonly nurIhre: readonly StandFeld[];
}

/** Tells what of a change meets what others made of the cell since `gelesen`; `null` is a cell without a statement. */
export function konfliktOf(gelesen: Stand | null, inzwischen: Stand, meine: StandAenderung): Konflikt {
  const mine = unterschied(gelesen, meine);
  const theirs = unterschied(gelesen, werteOf(inzwischen));
  const strittig = mine.filter(
    (field) => theirs.includes(field) && !isSame(inzwischen[field], meine[field] ?? null),
  );
  return {
    inzwischen,
    meine,
    strittig,
    nurMeine: mine.filter((field) => !theirs.includes(field)),
    nurIhre: theirs.filter((field) => !mine.includes(field)),
  };
}

/** The part of a change that nobody else touched: a form carries every field, also those that its person left as they were. */
export function nurMeineOf({ meine, nurMeine }: Konflikt): StandAenderung {
  return Object.fromEntries(nurMeine.map((field) => [field, meine[field]]));
}

/** What a statement says, without who said it and when. */
export function werteOf(stand: Stand): StandWerte {
  const { tenant, ags, leistungId, fassung, angegebenAm, angegebenVon, ...werte } = stand;
  return werte;
}

/** Equal in content: objects by their entries, whatever their order. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
