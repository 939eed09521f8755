import type { Catalogue } from '#catalogue';
import { inSteps, mapInSteps } from '#platform';
import { orteOf, shippedNachfolgen, shippedOrte, type Territory } from '#territory';
import { type PlaceIndex, placeIndexSteps } from '../domain/place-index.ts';
import { placeWords } from '../domain/place-words.ts';

/**
 * Makes the index of all places, in steps between which a server answers others: the Gemeinden that are imported as they
 * stand in the database, and where the rest of the country is not imported, its Gemeinden as the product ships them in
 * `folder`. So everybody has a place, although only Nordrhein-Westfalen has rules. Throws where a shipped file is broken.
 */
export async function readPlaces(folder: string, territory: Territory): Promise<PlaceIndex> {
  const isWhole = territory.bestaende.some(({ umfang }) => umfang === 'uebriges-deutschland');
  const rest = isWhole ? [] : await shippedOrte(folder, territory.laender);
  const nachfolgen = await shippedNachfolgen(folder);
  let index: PlaceIndex | undefined;
  const work = function* () {
    index = yield* placeIndexSteps([...orteOf(territory), ...rest], nachfolgen);
  };
  await inSteps(work());
  if (index === undefined) throw new Error('The index of places was not finished.');
  return index;
}

/** The words with which the catalogue names Leistungen, folded. */
export async function vocabularyOf({ leistungen, ozgLeistungen }: Catalogue): Promise<ReadonlySet<string>> {
  const words = await mapInSteps([...leistungen, ...ozgLeistungen], ({ name }) => placeWords(name));
  return new Set(words.flat());
}
