import type { MapTile } from './nrw-tiles.ts';

/** Measures of one tile in the picture's own units: a hexagon with a corner on top. */
const width = 20;
const radius = width / Math.sqrt(3);
const margin = 3;

/** The middle of a tile. */
export function middleOf(tile: Pick<MapTile, 'spalte' | 'zeile'>): {
  readonly x: number;
  readonly y: number;
} {
  return {
    x: margin + width * (tile.spalte + 0.5 + (tile.zeile % 2) / 2),
    y: margin + radius + tile.zeile * radius * 1.5,
  };
}

/** The size of the picture that shows all tiles. */
export function sizeOf(tiles: readonly MapTile[]): { readonly width: number; readonly height: number } {
  const middles = tiles.map(middleOf);
  return {
    width: Math.ceil(Math.max(...middles.map(({ x }) => x)) + width / 2 + margin),
    height: Math.ceil(Math.max(...middles.map(({ y }) => y)) + radius + margin),
  };
}

const corners = [
  [0, -radius],
  [width / 2, -radius / 2],
  [width / 2, radius / 2],
  [0, radius],
  [-width / 2, radius / 2],
  [-width / 2, -radius / 2],
] as const;

/** The outline of a tile around its middle. */
export const tilePath = `M${corners.map(([x, y]) => `${number(x)} ${number(y)}`).join('L')}Z`;

/** Lines between tiles of different Kreise and around the whole. */
export function borderPath(tiles: readonly MapTile[]): string {
  const kreisAt = new Map(tiles.map((tile) => [placeOf(tile.spalte, tile.zeile), tile.kreis]));
  let path = '';
  for (const tile of tiles) {
    const { x, y } = middleOf(tile);
    for (const [side, place] of neighbourPlaces(tile).entries()) {
      const other = kreisAt.get(place);
      // Between two tiles the line is drawn once, by the one on the left.
      if (other === tile.kreis || (other !== undefined && side > 2)) continue;
      const [fromX, fromY] = corners[side] ?? corners[0];
      const [toX, toY] = corners[(side + 1) % 6] ?? corners[0];
      path += `M${number(x + fromX)} ${number(y + fromY)}L${number(x + toX)} ${number(y + toY)}`;
    }
  }
  return path;
}

/** The places beside a tile, in the order of its sides: north-east first, clockwise. */
function neighbourPlaces({ spalte, zeile }: MapTile): readonly string[] {
  const east = spalte + (zeile % 2);
  return [
    placeOf(east, zeile - 1),
    placeOf(spalte + 1, zeile),
    placeOf(east, zeile + 1),
    placeOf(east - 1, zeile + 1),
    placeOf(spalte - 1, zeile),
    placeOf(east - 1, zeile - 1),
  ];
}

function placeOf(spalte: number, zeile: number): string {
  return `${spalte}/${zeile}`;
}

/** Short decimals keep the picture small. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
