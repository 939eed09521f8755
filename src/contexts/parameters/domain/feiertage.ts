import { addDays, type LocalDate, localDate, type Source } from '#kernel';

/** How a holiday is found: on a fixed day, so many days from Easter Sunday, the Wednesday before 23 November, or once. */
export type Feiertagsart =
  | { readonly fest: string }
  | { readonly ostern: number }
  | { readonly buss: true }
  | { readonly am: LocalDate };

/** A holiday by the law of some Länder, from a year to a year. */
export interface Feiertagsregel {
  readonly name: string;
  readonly art: Feiertagsart;
  /** Länderschlüssel; `*` for all sixteen. */
  readonly laender: readonly string[];
  readonly vonJahr: number | null;
  readonly bisJahr: number | null;
  /** Only in parts of the Land, in words; such a day is told but closes no office by itself. */
  readonly teilweise: string | null;
  readonly quelle: Source;
}

export interface Feiertag {
  readonly tag: LocalDate;
  readonly name: string;
  readonly teilweise: string | null;
  readonly quelle: Source;
}

/** The holidays of a Land in a year, in order of their days. */
export function feiertageIn(
  regeln: readonly Feiertagsregel[],
  land: string,
  jahr: number,
): readonly Feiertag[] {
  return regeln
    .filter(({ laender }) => laender.includes('*') || laender.includes(land))
    .filter(({ vonJahr, bisJahr }) => jahr >= (vonJahr ?? jahr) && jahr <= (bisJahr ?? jahr))
    .flatMap(({ art, name, teilweise, quelle }) => {
      const tag = tagOf(art, jahr);
      return tag === null ? [] : [{ tag, name, teilweise, quelle }];
    })
    .toSorted((a, b) => a.tag.localeCompare(b.tag));
}

function tagOf(art: Feiertagsart, jahr: number): LocalDate | null {
  if ('fest' in art) return localDate(`${jahr}-${art.fest}`);
  if ('ostern' in art) return addDays(ostersonntag(jahr), art.ostern);
  if ('am' in art) return art.am.startsWith(`${jahr}-`) ? art.am : null;
  return bussUndBettag(jahr);
}

/** The Wednesday before 23 November. */
function bussUndBettag(jahr: number): LocalDate {
  const [from, days] = [localDate(`${jahr}-11-16`), [0, 1, 2, 3, 4, 5, 6]];
  const wednesday = days.map((day) => addDays(from, day)).find((day) => new Date(day).getUTCDay() === 3);
  return wednesday ?? from;
}

/** Easter Sunday by the Gregorian computus (Gauß, Lichtenberg). */
export function ostersonntag(jahr: number): LocalDate {
  const k = Math.floor(jahr / 100);
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25);
  const s = 2 - Math.floor((3 * k + 3) / 4);
  const a = jahr % 19;
  const d = (19 * a + m) % 30;
  const r = Math.floor((d + Math.floor(a / 11)) / 29);
  const og = 21 + d - r;
  const sz = 7 - ((jahr + Math.floor(jahr / 4) + s) % 7);
  const oe = 7 - ((((og - sz) % 7) + 7) % 7);
  return addDays(localDate(`${jahr}-03-01`), og + oe - 1);
}

/** Days on which an office is closed beside weekends: the holidays of its Land, and its own. */
export interface Schliesstag {
  readonly von: LocalDate;
  readonly bis: LocalDate;
  readonly anlass: string;
}

/** The rows of the parameter „Eigene Schließtage“; what is no such row is left out. */
export function schliesstageIn(value: unknown): readonly Schliesstag[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null || !('von' in row) || typeof row.von !== 'string') return [];
    const bis = 'bis' in row && typeof row.bis === 'string' ? row.bis : row.von;
    const anlass = 'anlass' in row && typeof row.anlass === 'string' ? row.anlass : '';
    return [{ von: localDate(row.von), bis: localDate(bis), anlass }];
  });
}
