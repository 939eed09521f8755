import type { PlaceRow } from './place.ts';
import type { PlaceIndex } from './place-index.ts';
import { placeWords } from './place-words.ts';
import { nearTexts } from './trigram-index.ts';

/** The Gemeinde of an AGS of 8 digits; those of a Kreis (5), which may be a kreisfreie Stadt. */
export function rowsByAgs(index: PlaceIndex, ags: string): readonly PlaceRow[] {
  const exact = index.byAgs.get(ags);
  if (exact) return [exact];
  if (!/^\d{5}$/.test(ags)) return [];
  const stadt = index.byAgs.get(`${ags}000`);
  return stadt ? [stadt] : index.rows.filter(({ kreisAgs }) => kreisAgs === ags);
}

/** The Gemeinde of an ARS of 12 digits; those of a Verband (9) or a Kreis (5). */
export function rowsByArs(index: PlaceIndex, ars: string): readonly PlaceRow[] {
  const exact = index.byArs.get(ars);
  if (exact) return [exact];
  if (/^\d{9}$/.test(ars)) return index.rows.filter((row) => row.ars.startsWith(ars));
  return /^\d{5}$/.test(ars) ? rowsByAgs(index, ars) : [];
}

const kmPerDegree = 111.2;
const candidates = 3;
/** Whoever is farther than this from the edge of every Gemeinde is not in the country. */
const beyondKm = 12;

/**
 * The nearest Gemeinden to a position. Borders are not known, only middle and area: each Gemeinde counts as a circle of
 * its area, so that a large city reaches farther than the village beside it. An estimate.
 */
export function rowsByPosition(index: PlaceIndex, lat: number, lon: number): readonly PlaceRow[] {
  if (!Number.isFinite(lat) || !Number.isFinite(lon) || Math.abs(lat) > 90) return [];
  const nearest = nearestRows(index, lat, lon);
  const [first] = nearest;
  const edge = first ? Math.sqrt(first.distance) - Math.sqrt(first.row.flaecheKm2 / Math.PI) : beyondKm;
  return edge < beyondKm ? nearest.map(({ row }) => row) : [];
}

interface Measured {
  readonly row: PlaceRow;
  /** Square of the distance to the middle, and the same less the square of the radius, in km². */
  readonly distance: number;
  readonly power: number;
}

function nearestRows(index: PlaceIndex, lat: number, lon: number): readonly Measured[] {
  const kmPerDegreeLon = kmPerDegree * Math.cos((lat * Math.PI) / 180);
  let best: readonly Measured[] = [];
  for (const row of index.rows) {
    const distance = ((row.lat - lat) * kmPerDegree) ** 2 + ((row.lon - lon) * kmPerDegreeLon) ** 2;
    const power = distance - row.flaecheKm2 / Math.PI;
    const last = best.length < candidates ? undefined : best.at(-1);
    if ((last && power >= last.power) || index.mergers.has(row.ags)) continue;
    best = [...best, { row, distance, power }].toSorted((a, b) => a.power - b.power).slice(0, candidates);
  }
  return best;
}

/** The Gemeinden whose name resembles a text most. */
export function nearPlaces(index: PlaceIndex, text: string, limit = 5): readonly PlaceRow[] {
  const words = placeWords(text)
    .filter((word) => !/^\d+$/.test(word))
    .join(' ');
  return nearTexts(index.trigrams, words.slice(0, 80), limit).flatMap(
    (position) => index.rows[position] ?? [],
  );
}
