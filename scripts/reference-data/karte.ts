import { assign } from './assign.ts';
import { bodyRow, kreisRow } from './gebiet-rows.ts';
import { type Body, holdTogether, type Tile } from './hold-together.ts';
import { kacheln as origin } from './origins.ts';
import { projectUtm32 } from './project-utm.ts';
import { readSource } from './source-csv.ts';
import { type ReferenceSet, sortedBy } from './write-set.ts';

/** One tile of equal size for each Gemeinde of NRW, near its true place and beside its neighbours. */
export function kachelnSet(folder: string): ReferenceSet {
  const bodies = bodiesOf(folder);
  const tiles = tilesFor(bodies);
  const cost = bodies.map((body) => tiles.map((tile) => distance2(body, tile)));
  const tileOf = holdTogether(bodies, tiles, cost, assign(cost));
  const rows = bodies.map(({ ags, name, kreis }, index) => {
    const { spalte, zeile } = tiles[tileOf[index] ?? 0] ?? { spalte: 0, zeile: 0 };
    return { ags, name, kreis, spalte, zeile };
  });
  return {
    file: 'karte/kacheln-nrw.jsonl',
    format: 'leitwerk.karte.kacheln/1',
    titel: 'Kachelkarte von Nordrhein-Westfalen',
    origin,
    rows: sortedBy(rows, ({ ags }) => ags),
  };
}

function bodiesOf(folder: string): readonly Body[] {
  const inNrw = (row: (column: string) => string) => row('ags').startsWith('05');
  const kreise = new Map(
    readSource(folder, 'kreise_de.csv')
      .filter(inNrw)
      .map(kreisRow)
      .map(({ ags, name }) => [ags, name]),
  );
  const rows = readSource(folder, 'gemeinden_de.csv').filter(inNrw).map(bodyRow);
  return sortedBy(rows, ({ ags }) => ags).map(({ ags, name, kreisAgs, flaecheKm2, lat, lon }) => ({
    ags,
    name,
    kreis: kreisAgs === null ? name : (kreise.get(kreisAgs) ?? kreisAgs),
    ...projectUtm32(lat, lon),
    radius: Math.sqrt((flaecheKm2 * 1e6) / Math.PI),
  }));
}

/** As many tiles as bodies, together of the same area, there where the bodies are. */
function tilesFor(bodies: readonly Body[]): readonly Tile[] {
  const area = bodies.reduce((sum, { radius }) => sum + Math.PI * radius ** 2, 0) / bodies.length;
  const width = Math.sqrt((area * 2) / Math.sqrt(3));
  const west = Math.min(...bodies.map(({ east }) => east)) - width;
  const top = Math.max(...bodies.map(({ north }) => north)) + width;
  const tiles = Array.from({ length: 40 * 40 }, (_, index): Tile => {
    const [zeile, spalte] = [Math.floor(index / 40), index % 40];
    return {
      spalte,
      zeile,
      east: west + (spalte + (zeile % 2) / 2) * width,
      north: top - (zeile * width * Math.sqrt(3)) / 2,
    };
  });
  const outside = (tile: Tile) =>
    Math.min(
      ...bodies.map((body) => Math.hypot(body.east - tile.east, body.north - tile.north) / body.radius),
    );
  const used = sortedBy(
    tiles.map((tile) => ({ ...tile, outside: outside(tile) })),
    (tile) => tile.outside,
  ).slice(0, bodies.length);
  const [firstColumn, firstRow] = [
    Math.min(...used.map(({ spalte }) => spalte)),
    Math.min(...used.map(({ zeile }) => zeile)),
  ];
  // Rows shift by two, so that odd rows stay odd.
  return used.map(({ outside: _, ...tile }) => ({
    ...tile,
    spalte: tile.spalte - firstColumn,
    zeile: tile.zeile - (firstRow - (firstRow % 2)),
  }));
}

/** In square kilometres. */
function distance2(body: Body, tile: Tile): number {
  return ((body.east - tile.east) ** 2 + (body.north - tile.north) ** 2) / 1e6;
}
