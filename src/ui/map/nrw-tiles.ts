import { readFileSync } from 'node:fs';

/** The place of a Gemeinde on the tile map: rows from the north, odd rows half a tile to the east. */
export interface MapTile {
  readonly ags: string;
  readonly name: string;
  /** The Kreis, or the city itself where it has none. */
  readonly kreis: string;
  readonly spalte: number;
  readonly zeile: number;
}

/** A tile with what it shows. */
export interface ShownTile extends MapTile {
  /** Its class from 1; 0 where nothing is stated. */
  readonly shade: number;
  readonly text: string;
  readonly href: string | undefined;
}

const file = new URL('../../../data/karte/kacheln-nrw.jsonl', import.meta.url);
let read: readonly MapTile[] | null = null;

/** All tiles of Nordrhein-Westfalen, Kreis by Kreis; the file is ours and read once. */
export function nrwTiles(): readonly MapTile[] {
  read ??= readTiles();
  return read;
}

function readTiles(): readonly MapTile[] {
  const german = new Intl.Collator('de');
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as MapTile)
    .sort((a, b) => german.compare(a.kreis, b.kreis) || german.compare(a.name, b.name));
}
