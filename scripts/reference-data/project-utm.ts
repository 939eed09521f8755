// GRS80, as ETRS89 uses it.
const a = 6_378_137;
const flattening = 1 / 298.257222101;
const scale = 0.9996;
const e2 = flattening * (2 - flattening);
const ep2 = e2 / (1 - e2);

/** Metres east and north of a place in ETRS89 / UTM zone 32 (EPSG:25832), the official projection of NRW. */
export function projectUtm32(lat: number, lon: number): { readonly east: number; readonly north: number } {
  const phi = (lat * Math.PI) / 180;
  const n = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  const t = Math.tan(phi) ** 2;
  const c = ep2 * Math.cos(phi) ** 2;
  const l = ((lon - 9) * Math.PI * Math.cos(phi)) / 180;
  const east = l + ((1 - t + c) * l ** 3) / 6 + ((5 - 18 * t + t * t + 72 * c - 58 * ep2) * l ** 5) / 120;
  const north =
    l ** 2 / 2 +
    ((5 - t + 9 * c + 4 * c * c) * l ** 4) / 24 +
    ((61 - 58 * t + t * t + 600 * c - 330 * ep2) * l ** 6) / 720;
  return {
    east: 500_000 + scale * n * east,
    north: scale * (meridianArc(phi) + n * Math.tan(phi) * north),
  };
}

function meridianArc(phi: number): number {
  return (
    a *
    ((1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256) * phi -
      ((3 * e2) / 8 + (3 * e2 ** 2) / 32 + (45 * e2 ** 3) / 1024) * Math.sin(2 * phi) +
      ((15 * e2 ** 2) / 256 + (45 * e2 ** 3) / 1024) * Math.sin(4 * phi) -
      ((35 * e2 ** 3) / 3072) * Math.sin(6 * phi))
  );
}
