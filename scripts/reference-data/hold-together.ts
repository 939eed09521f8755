/** A place on the grid: rows from the north, odd rows half a tile to the east. */
export interface Tile {
  readonly spalte: number;
  readonly zeile: number;
  readonly east: number;
  readonly north: number;
}

export interface Body {
  readonly ags: string;
  readonly name: string;
  readonly kreis: string;
  readonly east: number;
  readonly north: number;
  /** Of a circle with the area of the body, in metres. */
  readonly radius: number;
}

/** How much sharing a border with the own Kreis is worth, in square kilometres of distance. */
const cohesion = 60;

/** Swaps near tiles as long as the Kreise hold together better for it; `first` and the answer give a tile for each body. */
export function holdTogether(
  bodies: readonly Body[],
  tiles: readonly Tile[],
  cost: readonly (readonly number[])[],
  first: readonly number[],
): readonly number[] {
  const places = placesOf(tiles, first);
  const [neighbours, reachable] = [within(tiles, 1.1), within(tiles, 3.1)];
  const worth = (body: number): number => {
    const tile = places.tileOf[body] ?? 0;
    const own = (neighbours[tile] ?? []).filter(
      (near) => bodies[places.bodyOf[near] ?? -1]?.kreis === bodies[body]?.kreis,
    );
    return (cost[body]?.[tile] ?? 0) - cohesion * own.length;
  };
  const improves = (one: number, two: number): boolean => {
    const before = worth(one) + worth(two);
    places.swap(one, two);
    if (worth(one) + worth(two) < before - 1e-6) return true;
    places.swap(one, two);
    return false;
  };
  let changed = true;
  while (changed) {
    changed = false;
    for (const one of bodies.keys()) {
      for (const tile of reachable[places.tileOf[one] ?? 0] ?? [])
        changed = improves(one, places.bodyOf[tile] ?? one) || changed;
    }
  }
  return places.tileOf;
}

function placesOf(tiles: readonly Tile[], first: readonly number[]) {
  const tileOf = [...first];
  const bodyOf = tiles.map((_, tile) => first.indexOf(tile));
  const swap = (one: number, two: number): void => {
    const [a, b] = [tileOf[one] ?? 0, tileOf[two] ?? 0];
    [tileOf[one], tileOf[two], bodyOf[a], bodyOf[b]] = [b, a, two, one];
  };
  return { tileOf, bodyOf, swap };
}

/** For each tile the others that lie at most so many tiles away. */
function within(tiles: readonly Tile[], reach: number): readonly (readonly number[])[] {
  const away = (a: Tile, b: Tile) => Math.hypot(a.east - b.east, a.north - b.north);
  const [first, ...others] = tiles;
  const spacing = first ? Math.min(...others.map((tile) => away(first, tile))) : 0;
  return tiles.map((tile) =>
    tiles.flatMap((other, index) => (other !== tile && away(tile, other) < spacing * reach ? [index] : [])),
  );
}
