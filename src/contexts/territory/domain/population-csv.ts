import { type LocalDate, parseLocalDate } from '#kernel';

/** One line of a table of population figures, split but not yet understood. */
export interface CsvLine {
  /** The line of the file, counted from 1. */
  readonly line: number;
  readonly gemeinde: string;
  readonly stichtag: string;
  readonly einwohner: string;
}

/** What is wrong with a line, and how to mend it. */
export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

/** „61.209“, „61 209“ or „61209“; a text where it is no whole number. */
export function readCount(text: string): number | string {
  const trimmed = text.trim();
  if (/^[=+@-]/.test(trimmed))
    return `„${shorten(trimmed)}“ ist eine Formel oder eine negative Zahl. Bitte tragen Sie den Wert ein.`;
  if (/^\d{1,3}([. \u00a0]\d{3})+$/.test(trimmed)) return Number(trimmed.replaceAll(/[. \u00a0]/g, ''));
  if (/^\d{1,8}$/.test(trimmed)) return Number(trimmed);
  return `„${shorten(trimmed)}“ ist keine Einwohnerzahl. Erwartet wird eine ganze Zahl wie 61209 oder 61.209.`;
}

/** `2024-12-31` or `31.12.2024`; a text where it is no day up to today. */
export function readStichtag(text: string, today: LocalDate): { readonly day: LocalDate } | string {
  const german = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text.trim());
  const parsed = parseLocalDate(german ? `${german[3]}-${german[2]}-${german[1]}` : text.trim());
  if (!parsed.ok) return `„${shorten(text)}“ ist kein Stichtag. Erwartet wird 2024-12-31 oder 31.12.2024.`;
  if (parsed.value > today) return `Der Stichtag ${shorten(text)} liegt in der Zukunft.`;
  return { day: parsed.value };
}

/** AGS as tables write it; spreadsheets drop the leading zero. */
export function readGemeinde(text: string): string {
  const trimmed = text.trim();
  return /^\d{7}$/.test(trimmed) ? `0${trimmed}` : trimmed;
}

export function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
