import { type Place, type PlaceAnswer, placeInLine, placesOf, type RoutingWorld } from '#routing';
import type { Ortsantwort } from './ortsantwort.ts';

type World = Pick<RoutingWorld, 'places' | 'territory'>;

/** What is asked: the line of words, a place beside it, and the place of the site. */
export interface OrtAsk {
  readonly text: string;
  readonly ort: string;
  readonly own: Place | null;
}

/** The words without their place, and the place: named in the line, else beside it, else that of the site. */
export function findPlaceOfWords(
  { places }: World,
  { text, ort, own }: OrtAsk,
): { readonly rest: string; readonly ort: Ortsantwort } {
  const given = ort === '' ? null : placesOf(places, ort);
  const line = keyInLine({ places }, text) ?? placeInLine(places, text);
  if (line !== null && line.answer.kind !== 'none')
    return { rest: line.rest, ort: chosen(line.answer, given) ?? answered(line.answer, 'zeile', text) };
  if (given !== null) return { rest: text, ort: answered(given, 'feld', ort) };
  if (own === null) return { rest: text, ort: { kind: 'keiner' } };
  return { rest: text, ort: { kind: 'einer', place: own, via: null, genannt: 'auftritt' } };
}

/** „hund anmelden 05766044“: an AGS or ARS among the words. */
function keyInLine({ places }: Pick<World, 'places'>, text: string) {
  const key = /(?<![\d.,])(?:\d{12}|\d{8})(?![\d.,])/.exec(text);
  if (key === null) return null;
  const answer = placesOf(places, key[0]);
  if (answer.kind === 'none') return null;
  const rest = `${text.slice(0, key.index)} ${text.slice(key.index + key[0].length)}`;
  return { rest: rest.replace(/\s+/g, ' ').trim(), answer };
}

/** The line names several; the place beside it says which is meant. */
function chosen(line: PlaceAnswer, given: PlaceAnswer | null): Ortsantwort | null {
  if (line.kind !== 'several' || given?.kind !== 'one') return null;
  const meant = line.places.find(({ ags }) => ags === given.place.ags);
  return meant ? { kind: 'einer', place: meant, via: given.via, genannt: 'zeile' } : null;
}

function answered(answer: PlaceAnswer, genannt: 'zeile' | 'feld', text: string): Ortsantwort {
  switch (answer.kind) {
    case 'one':
      return { kind: 'einer', place: answer.place, via: answer.via, genannt };
    case 'several':
      return { kind: 'mehrere', frage: answer.frage, places: answer.places };
    case 'none':
      return { kind: 'unbekannt', text, near: answer.near };
  }
}

/** The place of a body: a Gemeinde as the index knows it; a Kreis stands for itself. Null where it is not known. */
export function placeOfBody({ places, territory }: World, ags: string): Place | null {
  const found = placesOf(places, { ags });
  if (found.kind === 'one') return found.place;
  const body = territory.bodyByAgs.get(ags);
  if (body === undefined) return null;
  const ars = body.ars ?? ags.padEnd(12, '0');
  return { ags, ars, name: body.name, kreis: null, land: landOf(places, ags), plz: null };
}

function landOf(places: World['places'], ags: string): string {
  for (const [key, { land }] of places.byAgs) if (key.startsWith(ags.slice(0, 2))) return land;
  return '';
}
