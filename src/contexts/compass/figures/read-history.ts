import { type Database, inSteps, type TenantId } from '#platform';
import { addFact, compactSteps, emptyHistory, type History, hasGaps } from '../domain/columns/history.ts';
import type { Matrix } from '../domain/columns/matrix.ts';
import { newestNummer, readFactsAfter, readFactsOf } from '../store-figures.ts';
import { factReader } from './packed-facts.ts';

/** Numbers are given before a transaction commits, so one that is smaller may appear later; so far back we look again. */
const lookBack = 2_000;

/** All statements in columns, and what is needed to bring them up to date. */
export interface LiveHistory {
  readonly history: History;
  /** Numbers of the Loesungen: `loesungen[n - 1]` has the number n. */
  readonly loesungen: readonly string[];
  /** Takes in what was stated since, tells each cell that changed; nobody else may add to the history. */
  readonly refresh: (changed: (cell: number) => void) => Promise<void>;
}

/** Reads every statement of these Kommunen into columns, Kommune by Kommune. */
export async function readHistory(
  db: Pick<Database, 'withFigures'>,
  matrix: Matrix,
  kommunen: readonly TenantId[],
): Promise<LiveHistory> {
  const seen = recentNumbers();
  const expected = await db.withFigures(newestNummer);
  const history = emptyHistory(matrix.cells, expected + Math.ceil(expected / 20) + lookBack);
  const { loesungen, factSteps } = factReader(matrix, seen.add);
  for (const tenant of kommunen) {
    const found = await db.withFigures((tx) => readFactsOf(tx, tenant));
    await inSteps(factSteps(found, (fact) => addFact(history, fact)));
  }
  const refresh = async (changed: (cell: number) => void) => {
    const after = Math.max(0, seen.newest() - lookBack);
    const found = await db.withFigures((tx) => readFactsAfter(tx, after));
    const take = factSteps(found, (fact) => {
      addFact(history, fact);
      changed(fact.cell);
    });
    await inSteps(take);
    if (hasGaps(history)) await inSteps(compactSteps(history));
  };
  return { history, loesungen, refresh };
}

/** Remembers the newest numbers; those so far back that nobody asks again are forgotten. */
function recentNumbers() {
  let known = new Set<number>();
  let newest = 0;
  const add = (nummer: number): boolean => {
    if (known.has(nummer)) return false;
    newest = Math.max(newest, nummer);
    if (nummer > newest - 2 * lookBack) known.add(nummer);
    if (known.size > 4 * lookBack) known = new Set([...known].filter((each) => each > newest - 2 * lookBack));
    return true;
  };
  return { add, newest: () => newest };
}
