import type { Refusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import { type Place, placesOf } from '#routing';
import type { AuskunftDeps } from '../../deps.ts';
import { typedWords } from '../../domain/typed-words.ts';
import { findPlaceOfWords } from '../../use-cases/find-place-of-words.ts';
import type { Ortsantwort } from '../../use-cases/ortsantwort.ts';

/** What every page of the search of the whole country knows. */
export interface SucheVisit {
  readonly deps: AuskunftDeps;
  readonly request: PageRequest;
}

export type SucheAnswer = PageContent | PageAnswer | { readonly refusal: Refusal };

/** The place that an address names with `ort`. */
export async function placeOfAddress({ deps, request }: SucheVisit): Promise<Ortsantwort> {
  const ort = typedWords(request.query.get('ort'));
  const world = await deps.routing.world();
  return findPlaceOfWords(world, { text: '', ort, own: null }).ort;
}

/** A place as the field shows it: by its name where that is clear, else by its key. */
export async function fieldValue({ deps }: SucheVisit, place: Place | null): Promise<string> {
  if (place === null) return '';
  const { places } = await deps.routing.world();
  const named = placesOf(places, place.name);
  return named.kind === 'one' && named.place.ags === place.ags ? place.name : place.ags;
}
