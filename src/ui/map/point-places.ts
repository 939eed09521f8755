/** The picture's own units: its size, and how large a point of the first class is. */
export interface PointSize {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

interface Coordinate {
  readonly lat: number;
  readonly lon: number;
}

const longest = 480;
const margin = 10;

/**
 * Where points stand in a picture of their own extent: degrees of longitude shrink by the cosine of the middle latitude,
 * so that distances read alike in both directions.
 */
export function placedPoints(points: readonly Coordinate[]): {
  readonly places: readonly { readonly x: number; readonly y: number }[];
  readonly size: PointSize;
} {
  if (points.length === 0) return { places: [], size: { width: longest, height: margin * 2, radius: 6 } };
  const [south, north] = extent(points.map(({ lat }) => lat));
  const [west, east] = extent(points.map(({ lon }) => lon));
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const [across, down] = [(east - west) * shrink, north - south];
  const scale = (longest - 2 * margin) / Math.max(across, down, 0.01);
  const width = Math.ceil(across * scale + 2 * margin);
  const height = Math.ceil(down * scale + 2 * margin);
  return {
    places: points.map(({ lat, lon }) => ({
      x: margin + (lon - west) * shrink * scale,
      y: margin + (north - lat) * scale,
    })),
    size: { width, height, radius: radiusOf(width * height, points.length) },
  };
}

function extent(values: readonly number[]): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** Points grow with the room that each has, so that neither a Kreis nor a whole Land is a blot. */
function radiusOf(area: number, count: number): number {
  return Math.max(2, Math.min(9, 0.3 * Math.sqrt(area / count)));
}
