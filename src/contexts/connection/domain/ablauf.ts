import { addDays, type LocalDate, localDate } from '#kernel';

export const ablaufArten = ['nachweis', 'schluessel', 'zugangsdaten', 'vertrag'] as const;
/** What kind of thing runs out. */
export type AblaufArt = (typeof ablaufArten)[number];

/** Something that runs out on a day; it holds on that day for the last time. */
export interface Ablauf {
  /** Names it over all notices. */
  readonly was: string;
  readonly art: AblaufArt;
  readonly titel: string;
  readonly kommune: string;
  readonly dienst: string | null;
  /** What people call the service; `null` where none is named or known. */
  readonly dienstTitel: string | null;
  readonly bis: LocalDate;
  readonly href: string;
}

/** So many days before its end a thing is announced again; the last notice goes out on its last day. */
export const stufen = [90, 30, 14, 3, 0] as const;

/** Which notice is due on a day: the nearest stage that has been reached, `null` while the end is far. */
export function stufeOn(bis: LocalDate, today: LocalDate): number | null {
  return stufen.findLast((tage) => today >= addDays(bis, -tage)) ?? null;
}

export type Lage = 'abgelaufen' | 'bald' | 'spaeter';

/** How near the end is. */
export function naeheOn(bis: LocalDate, today: LocalDate): Lage {
  if (bis < today) return 'abgelaufen';
  return stufeOn(bis, today) === null ? 'spaeter' : 'bald';
}

/** Soonest first. */
export function sortiert(ablaeufe: readonly Ablauf[]): readonly Ablauf[] {
  return ablaeufe.toSorted(
    (a, b) => (a.bis < b.bis ? -1 : a.bis > b.bis ? 1 : 0) || a.titel.localeCompare(b.titel, 'de'),
  );
}

/** A day of a month view; `null` stands before the first and after the last. */
export interface Tag {
  readonly tag: LocalDate;
  readonly ablaeufe: readonly Ablauf[];
}

/** The weeks of a month, Monday first, with what ends on each day. `monat` is `YYYY-MM`. */
export function monatsblatt(
  monat: string,
  ablaeufe: readonly Ablauf[],
): readonly (readonly (Tag | null)[])[] {
  const byDay = Map.groupBy(ablaeufe, ({ bis }) => bis);
  const [year = 0, month = 1] = monat.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1, 1));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const cells: (Tag | null)[] = Array.from({ length: before }, () => null);
  for (let day = 1; day <= days; day += 1) {
    const tag = addDays(localDate(first.toISOString().slice(0, 10)), day - 1);
    cells.push({ tag, ablaeufe: byDay.get(tag) ?? [] });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The month before or after; `monat` is `YYYY-MM`. */
export function nachbarmonat(monat: string, schritt: -1 | 1): string {
  const [year = 0, month = 1] = monat.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + schritt, 1)).toISOString().slice(0, 7);
}
