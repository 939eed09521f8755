import { sql } from 'kysely';
import type { Tx } from '#platform';
import type { Zustand } from './domain/zustand.ts';
import { rowsOf } from './store-rows.ts';

/** A statement as the figures need it. */
export interface FigureRow {
  readonly nummer: number;
  readonly ags: string;
  readonly leistungId: string;
  /** Days since 01.01.2000. */
  readonly tag: number;
  readonly zustand: Zustand;
  readonly reifegrad11: number | null;
  readonly reifegrad20: number | null;
  readonly fallzahl: number | null;
  readonly loesungId: string | null;
}

/** The next statements after `nummer` in the order in which they were made, of all Kommunen; scope `figures`. */
export function readFigureRows(tx: Tx, nummer: number, limit: number): Promise<readonly FigureRow[]> {
  return rowsOf(
    tx,
    sql<FigureRow>`select nummer::int, ags, leistung_id as "leistungId", gilt_ab - date '2000-01-01' as tag, zustand,
        reifegrad11, reifegrad20, fallzahl, loesung_id as "loesungId"
      from compass.stand where nummer > ${nummer} order by nummer limit ${limit}`,
  );
}
