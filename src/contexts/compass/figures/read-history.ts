import { type Database, mapInSteps } from '#platform';
import { addFact, type History, historyBuilder } from '../domain/columns/history.ts';
import type { Matrix } from '../domain/columns/matrix.ts';
import { type StandFact, unknown } from '../domain/columns/stand-fact.ts';
import { zustaende } from '../domain/zustand.ts';
import { type FigureRow, readFigureRows } from '../store-figures.ts';

const pageSize = 10_000;

/** Numbers are given before a transaction commits, so one that is smaller may appear later; so far back we look again. */
const lookBack = 2_000;

/** All statements in columns, and what is needed to bring them up to date. */
export interface LiveHistory {
  readonly history: History;
  /** Numbers of the Loesungen: `loesungen[n - 1]` has the number n. */
  readonly loesungen: readonly string[];
  /** Takes in what was stated since, and gives the cells that changed. */
  readonly refresh: () => Promise<readonly number[]>;
}

/** Reads every statement of the installation into columns. */
export async function readHistory(db: Pick<Database, 'withFigures'>, matrix: Matrix): Promise<LiveHistory> {
  const loesungen = numbered();
  const seen = recentNumbers();
  const factOf = (row: FigureRow) => factOfRow(matrix, loesungen.numberOf, row);
  const builder = historyBuilder(matrix.cells, pageSize);
  await eachPage(db, 0, (row) => {
    seen.add(row.nummer);
    const fact = factOf(row);
    if (fact) builder.add(fact);
  });
  const history = builder.build();
  const refresh = async () => {
    const changed: number[] = [];
    await eachPage(db, Math.max(0, seen.newest() - lookBack), (row) => {
      if (!seen.add(row.nummer)) return;
      const fact = factOf(row);
      if (fact === null) return;
      addFact(history, fact);
      changed.push(fact.cell);
    });
    return changed;
  };
  return { history, loesungen: loesungen.names, refresh };
}

async function eachPage(
  db: Pick<Database, 'withFigures'>,
  after: number,
  take: (row: FigureRow) => void,
): Promise<void> {
  let last = after;
  for (;;) {
    const from = last;
    const rows = await db.withFigures((tx) => readFigureRows(tx, from, pageSize));
    await mapInSteps(rows, take);
    last = rows.at(-1)?.nummer ?? last;
    if (rows.length < pageSize) return;
  }
}

function factOfRow(matrix: Matrix, loesungNumber: (id: string) => number, row: FigureRow): StandFact | null {
  const cell = matrix.cellOf(row.ags, row.leistungId);
  if (cell === null) return null;
  return {
    cell,
    day: Math.max(0, row.tag),
    zustand: zustaende.indexOf(row.zustand) + 1,
    reifegrad11: row.reifegrad11 ?? unknown,
    reifegrad20: row.reifegrad20 ?? unknown,
    fallzahl: row.fallzahl ?? unknown,
    loesung: row.loesungId === null ? 0 : loesungNumber(row.loesungId),
  };
}

function numbered() {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    names.push(name);
    numbers.set(name, names.length);
    return names.length;
  };
  return { names, numberOf };
}

/** Remembers the newest numbers; those so far back that nobody asks again are forgotten. */
function recentNumbers() {
  let known = new Set<number>();
  let newest = 0;
  const add = (nummer: number): boolean => {
    if (known.has(nummer)) return false;
    known.add(nummer);
    newest = Math.max(newest, nummer);
    if (known.size > 4 * lookBack) known = new Set([...known].filter((each) => each > newest - 2 * lookBack));
    return true;
  };
  return { add, newest: () => newest };
}
