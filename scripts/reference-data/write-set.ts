import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where a set comes from and how good it is; every set carries this in its first line. */
export interface Origin {
  /** A day, a month (`2021-02`) or a year (`2019`), as exact as the source is. */
  readonly stand: string;
  readonly quelle: string;
  readonly quelleUrl: string | null;
  readonly lizenz: string;
  readonly evidenz: 'norm-gelesen' | 'sekundaerquelle' | 'einschaetzung';
  readonly hinweis: string;
}

/** One file of reference data: its rows stand in a fixed order, so that the same source gives the same bytes. */
export interface ReferenceSet {
  readonly file: string;
  readonly format: string;
  readonly titel: string;
  readonly origin: Origin;
  readonly rows: readonly object[];
}

/** Writes a set as JSON lines, the head first. */
export function writeSet(folder: string, set: ReferenceSet): void {
  const { format, titel, origin, rows } = set;
  const head = JSON.stringify({ kopf: { format, titel, ...origin, zeilen: rows.length } });
  const path = join(folder, set.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${[head, ...rows.map((row) => JSON.stringify(row))].join('\n')}\n`);
}

/** Orders by one or more keys by code point, independent of the machine's language. */
export function sortedBy<T>(rows: readonly T[], ...keys: ((row: T) => string | number)[]): T[] {
  return rows.toSorted((a, b) => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  });
}
