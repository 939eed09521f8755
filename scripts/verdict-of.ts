import type { GroupResult } from './run-group.ts';

/** The last words of a test run. */
export interface Verdict {
  readonly good: boolean;
  readonly lines: readonly string[];
}

/**
 * Adds the groups up. Whatever broke outside the tests counts as one failure each; where nobody watches (`ci`) so does
 * each test that could not run or is expected to fail, and each note on something that was left out.
 */
export function verdictOf(
  results: readonly GroupResult[],
  faults: readonly string[],
  notes: readonly string[],
  ci: boolean,
): Verdict {
  const sum = (count: (result: GroupResult) => number) =>
    results.reduce((total, result) => total + count(result), 0);
  const passed = sum((result) => result.passed);
  const open = sum(({ skipped, todo }) => skipped.length + todo.length) + notes.length;
  const broken = sum((result) => result.failed + result.faults.length) + faults.length;
  const failed = broken + (ci ? open : 0);
  return {
    good: failed === 0 && passed > 0,
    lines: [
      ...results.flatMap(linesOf),
      ...faults.map((fault) => `FAIL ${fault}`),
      ...notes,
      ...(ci && open > 0 ? ['With CI=true what is left out or expected to fail is a failure.'] : []),
      `${passed} passed, ${failed} failed`,
    ],
  };
}

function linesOf({ name, seconds, passed, failed, skipped, todo, faults }: GroupResult): readonly string[] {
  const listed = (word: string, list: readonly string[]) => list.map((line) => `  ${word} ${line}`);
  return [
    `== ${name}: ${passed} passed, ${failed} failed, ${skipped.length} skipped, ${todo.length} todo in ${Math.round(seconds)} s`,
    ...listed('FAIL', faults),
    ...listed('skipped', skipped),
    ...listed('todo', todo),
  ];
}
