import { createHash } from 'node:crypto';
import type { Datensatz, Spalte, Wert } from './datensatz.ts';

/** A column with the way to its value. */
export interface Feld<Row> extends Spalte {
  readonly wert: (row: Row) => Wert;
}

type Kopf = Omit<Datensatz, 'version' | 'spalten' | 'anzahl' | 'zeilen'>;

/** Makes a set of open data of rows; the version is worked out once, for rows of a snapshot do not change. */
export function makeDatensatz<Row>(
  kopf: Kopf,
  felder: readonly Feld<Row>[],
  rows: readonly Row[],
): Datensatz {
  const cellsOf = (row: Row) => felder.map(({ wert }) => wert(row));
  const hash = createHash('sha256');
  hash.update(JSON.stringify(felder.map(({ name, typ }) => [name, typ])));
  for (const row of rows) hash.update(JSON.stringify(cellsOf(row)));
  return {
    ...kopf,
    version: hash.digest('hex').slice(0, 16),
    spalten: felder.map(({ name, typ, beschreibung }) => ({ name, typ, beschreibung })),
    anzahl: rows.length,
    zeilen: function* lines() {
      for (const row of rows) yield cellsOf(row);
    },
  };
}
