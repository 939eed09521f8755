import type { Gegenstand } from '#forms/bedingungen';

/** Names of the form fields in which a condition is put together, after the name of its setting. */
const anhang = '~b';

/** The button that changes the lines: `zeile condition~b`, `weg options[0].condition~b[1][0]`. */
export const knopf = '_bedingung';

export type Tat = 'zeile' | 'gruppe' | 'weg' | 'zeigen' | 'text' | 'zeilen';

/** What a button of the lines does, and where. */
export interface Handgriff {
  readonly tat: Tat;
  readonly path: string;
  readonly wo: readonly number[];
}

const taten: ReadonlySet<string> = new Set([
  'zeile',
  'gruppe',
  'weg',
  'zeigen',
  'text',
  'zeilen',
] satisfies Tat[]);

/** The form fields of a line, or of all lines: `condition~b[1][0]`. */
export function zeilenName(path: string, wo: readonly number[] = []): string {
  return path + anhang + wo.map((index) => `[${index}]`).join('');
}

/** The value of a button. */
export function handgriffText(tat: Tat, path: string, wo: readonly number[] = []): string {
  return `${tat} ${zeilenName(path, wo)}`;
}

/** What was pressed at the condition of this name, where something was. */
export function handgriffAn(sent: URLSearchParams, path: string): Handgriff | null {
  const [, tat = '', at = '', wo = ''] =
    /^(\w+) (.*)~b((?:\[\d{1,3}\])*)$/s.exec(sent.get(knopf) ?? '') ?? [];
  if (at !== path || !taten.has(tat)) return null;
  return { tat: tat as Tat, path, wo: [...wo.matchAll(/\d+/g)].map(Number) };
}

/** What a line is about, as the value of an entry of a list. */
export function gegenstandText({ art, ausdruck, gruppe }: Gegenstand): string {
  return `${art} ${ausdruck} ${gruppe ?? ''}`;
}
