import type { Catalogue } from '#catalogue';
import type { Result } from '#kernel';
import { orteOf, shippedNachfolgen, shippedOrte, type Territory } from '#territory';
import { buildPlaceIndex, type PlaceIndex } from '../domain/place-index.ts';
import { placeWords } from '../domain/place-words.ts';

/**
 * Makes the index of all places: the Gemeinden that are imported as they stand in the database, and where the rest of the
 * country is not imported, its Gemeinden as the product ships them in `folder`. So everybody has a place, although only
 * Nordrhein-Westfalen has rules. Throws where a shipped file is broken.
 */
export function placesOfWorld(folder: string): (territory: Territory, catalogue: Catalogue) => PlaceIndex {
  return (territory, catalogue) => {
    const imported = orteOf(territory);
    const isWhole = territory.bestaende.some(({ umfang }) => umfang === 'uebriges-deutschland');
    const rest = isWhole ? [] : opened(shippedOrte(folder, territory.laender));
    return buildPlaceIndex(
      [...imported, ...rest],
      opened(shippedNachfolgen(folder)),
      vocabularyOf(catalogue),
    );
  };
}

function opened<T>(read: Result<T>): T {
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}

/** The words with which the catalogue names Leistungen. */
function vocabularyOf({ leistungen, ozgLeistungen }: Catalogue): ReadonlySet<string> {
  return new Set([...leistungen, ...ozgLeistungen].flatMap(({ name }) => placeWords(name)));
}
