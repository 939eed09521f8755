import { type PlaceIndex, placesOf } from '#routing';
import type { PvogReadDeps } from '../deps.ts';
import {
  type Location,
  type LocationList,
  locationList,
  locationsBeginning,
} from '../domain/location-list.ts';

export interface AskLocations {
  readonly q: string;
  readonly limit: number;
  /** Only Gemeinden. */
  readonly onlyOrte: boolean;
}

/** Places for what somebody types: by the beginning of name, Postleitzahl or key; where none begins so, what is near. */
export function locationFinder({ world }: Pick<PvogReadDeps, 'world'>) {
  const list = heldList();
  return async ({ q, limit, onlyOrte }: AskLocations): Promise<readonly Location[]> => {
    const { places } = await world();
    const all = list(places);
    const found = locationsBeginning(all, q);
    const wanted = found.length > 0 ? found : nearOnes(places, all, q);
    return wanted.filter(({ art }) => !onlyOrte || art === 'ORT').slice(0, limit);
  };
}

/** The list of an index, made once for each. */
function heldList() {
  let held: { readonly index: PlaceIndex; readonly list: LocationList } | undefined;
  return (index: PlaceIndex): LocationList => {
    if (held?.index !== index)
      held = { index, list: locationList(index.rows.filter(({ ags }) => !index.mergers.has(ags))) };
    return held.list;
  };
}

function nearOnes(index: PlaceIndex, list: LocationList, q: string): readonly Location[] {
  const answer = placesOf(index, q);
  const places =
    answer.kind === 'one' ? [answer.place] : answer.kind === 'several' ? answer.places : answer.near;
  const byArs = new Map(list.map(({ location }) => [location.ars, location]));
  return places.flatMap(({ ars, plz }) => {
    const location = byArs.get(ars);
    return location ? { ...location, zip: plz } : [];
  });
}
