import { isList, isObject, type Json, type Pointer, placeOf } from './json.ts';

/** Texts that a new service or question begins with and that say nothing yet. */
export const platzhalter = {
  recht: 'Rechtsgrundlage noch eintragen',
  quelle: 'Noch offen',
  info: 'Was Menschen hier wissen müssen.',
} as const;

const alle: ReadonlySet<string> = new Set(Object.values(platzhalter));

/** Where such texts still stand: `texts.law`. */
export function platzhalterIn(dokument: Json): readonly { readonly place: string; readonly text: string }[] {
  return stellen(dokument, []).map(({ pointer, text }) => ({ place: placeOf(pointer), text }));
}

function stellen(
  value: Json,
  pointer: Pointer,
): readonly { readonly pointer: Pointer; readonly text: string }[] {
  if (typeof value === 'string') return alle.has(value) ? [{ pointer, text: value }] : [];
  if (isList(value)) return value.flatMap((each, index) => stellen(each, [...pointer, index]));
  if (isObject(value))
    return Object.entries(value).flatMap(([name, each]) => stellen(each, [...pointer, name]));
  return [];
}
