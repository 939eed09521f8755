/** For each row of a square cost matrix its column, so that the sum of costs is least (Kuhn and Munkres). */
export function assign(cost: readonly (readonly number[])[]): readonly number[] {
  const n = cost.length;
  const potential = { row: new Float64Array(n + 1), column: new Float64Array(n + 1) };
  const rowOf = new Int32Array(n + 1);
  for (let row = 1; row <= n; row += 1) addRow(cost, row, potential, rowOf);
  const columnOf: number[] = [];
  for (let column = 1; column <= n; column += 1) columnOf[(rowOf[column] ?? 0) - 1] = column - 1;
  return columnOf;
}

interface Potential {
  readonly row: Float64Array;
  readonly column: Float64Array;
}

/** Gives one more row a column; positions count from 1, column 0 stands for the row without one. */
function addRow(
  cost: readonly (readonly number[])[],
  row: number,
  potential: Potential,
  rowOf: Int32Array,
): void {
  const n = cost.length;
  const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(n + 1);
  const used = new Uint8Array(n + 1);
  rowOf[0] = row;
  let column = 0;
  do {
    used[column] = 1;
    column = nextColumn(cost, column, { potential, rowOf, least, cameFrom, used });
  } while (rowOf[column] !== 0);
  while (column !== 0) {
    const before = cameFrom[column] ?? 0;
    rowOf[column] = rowOf[before] ?? 0;
    column = before;
  }
}

interface Search {
  readonly potential: Potential;
  readonly rowOf: Int32Array;
  readonly least: Float64Array;
  readonly cameFrom: Int32Array;
  readonly used: Uint8Array;
}

/** The cheapest column that the search may go to next; moves the potentials so that going there costs nothing. */
function nextColumn(cost: readonly (readonly number[])[], from: number, search: Search): number {
  const { potential, rowOf, least, cameFrom, used } = search;
  const row = rowOf[from] ?? 0;
  const costs = cost[row - 1] ?? [];
  let best = 0;
  for (let column = 1; column < used.length; column += 1) {
    if (used[column]) continue;
    const reduced = at(costs, column - 1) - at(potential.row, row) - at(potential.column, column);
    if (reduced < at(least, column)) {
      least[column] = reduced;
      cameFrom[column] = from;
    }
    if (best === 0 || at(least, column) < at(least, best)) best = column;
  }
  const delta = at(least, best);
  for (let column = 0; column < used.length; column += 1) {
    if (!used[column]) {
      least[column] = at(least, column) - delta;
      continue;
    }
    const owner = rowOf[column] ?? 0;
    potential.row[owner] = at(potential.row, owner) + delta;
    potential.column[column] = at(potential.column, column) - delta;
  }
  return best;
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}
