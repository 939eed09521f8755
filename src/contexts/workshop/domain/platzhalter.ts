import { isList, isObject, type Json, type Pointer, placeOf } from './json.ts';

/** Texts that a new service or question begins with and that say nothing yet. */
export const platzhalter = {
  recht: 'Rechtsgrundlage noch eintragen',
  quelle: 'Noch offen',
  info: 'Was Menschen hier wissen müssen.',
  wozu: 'Wozu jemand hier einwilligt.',
  widerruf: 'Wie jemand die Einwilligung widerruft.',
  ersteAntwort: 'Erste Antwort',
  zweiteAntwort: 'Zweite Antwort',
  ersteZeile: 'Erste Zeile',
} as const;

const alle: ReadonlySet<string> = new Set(Object.values(platzhalter));

const vorsatz = 'Noch prüfen: ';

/** A text that is often right, but that nobody has looked at: it counts as a placeholder until somebody confirms it. */
export function nochPruefen(text: string): string {
  return vorsatz + text;
}

/** A placeholder and where it stands: `texts.law`. */
export interface Platzhalter {
  readonly pointer: Pointer;
  readonly place: string;
  readonly text: string;
  /** What stays when somebody confirms it; `null` where it must be replaced. */
  readonly vorschlag: string | null;
}

/** Where such texts still stand. */
export function platzhalterIn(dokument: Json): readonly Platzhalter[] {
  return stellen(dokument, []).map(({ pointer, text }) => ({
    pointer,
    place: placeOf(pointer),
    text,
    vorschlag: text.startsWith(vorsatz) ? text.slice(vorsatz.length) : null,
  }));
}

function stellen(
  value: Json,
  pointer: Pointer,
): readonly { readonly pointer: Pointer; readonly text: string }[] {
  if (typeof value === 'string')
    return alle.has(value) || value.startsWith(vorsatz) ? [{ pointer, text: value }] : [];
  if (isList(value)) return value.flatMap((each, index) => stellen(each, [...pointer, index]));
  if (isObject(value))
    return Object.entries(value).flatMap(([name, each]) => stellen(each, [...pointer, name]));
  return [];
}
