import type { Term, TermOf } from '../model/term.ts';
import { pointOf } from '../values/abstract.ts';
import type { Duty } from './state.ts';
import type { View } from './view.ts';

/** A variable plus a fixed number; without variable the number alone. */
interface Shifted {
  readonly key: string;
  readonly by: number;
}

/** `from` is at most `to` plus `most`. */
interface Bound {
  readonly from: string;
  readonly to: string;
  readonly most: number;
}

const origin = '';

/**
 * Whether comparisons of variables with each other contradict: each says that one is at most another plus a number; along a
 * circle these must not add up to less than nothing.
 */
export function contradict(view: View, decided: readonly Duty[]): boolean {
  const bounds = decided.flatMap((duty) => boundsOf(view, duty));
  const keys = [...new Set(bounds.flatMap(({ from, to }) => [from, to]))];
  if (bounds.length < 2 || keys.length > 40) return false;
  const distance = new Map(keys.map((key) => [key, 0]));
  for (let round = 0; round <= keys.length; round += 1) {
    let changed = false;
    for (const { from, to, most } of bounds) {
      const reached = (distance.get(to) ?? 0) + most;
      if (reached >= (distance.get(from) ?? 0)) continue;
      distance.set(from, reached);
      changed = true;
    }
    if (!changed) return false;
  }
  return true;
}

function boundsOf(view: View, { term, want }: Duty): readonly Bound[] {
  if (term.op !== 'compare' || !areComparable(view, term, want)) return [];
  const [a, b] = [shifted(view, term.left), shifted(view, term.right)];
  if (!a || !b || a.key === b.key) return [];
  switch (term.operator) {
    case '<':
      return want ? [below(a, b, 1)] : [below(b, a, 0)];
    case '<=':
      return want ? [below(a, b, 0)] : [below(b, a, 1)];
    case '=':
      return want ? [below(a, b, 0), below(b, a, 0)] : [];
    case '!=':
      return want ? [] : [below(a, b, 0), below(b, a, 0)];
    default:
      return [];
  }
}

function below(a: Shifted, b: Shifted, strict: number): Bound {
  return { from: a.key, to: b.key, most: b.by - a.by - strict };
}

/** Two numbers on one scale; a comparison is also „no“ where one side has no value, and then says nothing. */
function areComparable(view: View, term: TermOf<'compare'>, want: boolean): boolean {
  const [left, right] = [view.valueOf(term.left), view.valueOf(term.right)];
  if (!want && (left.none || right.none)) return false;
  const [a, b] = [left.known, right.known];
  return a?.kind === 'number' && b?.kind === 'number' && a.scale === b.scale;
}

function shifted(view: View, term: Term): Shifted | null {
  const point = pointOf(view.valueOf(term));
  if (typeof point === 'number') return { key: origin, by: point };
  if (term.op === 'variable' && !view.model.variables.get(term.key)?.formula) return { key: term.key, by: 0 };
  const { base, moved, sign } = sumOf(term);
  const by = moved && pointOf(view.valueOf(moved));
  const inner = base && typeof by === 'number' ? shifted(view, base) : null;
  return inner && typeof by === 'number' ? { key: inner.key, by: inner.by + sign * by } : null;
}

/** A term as another one and what is added to it. */
function sumOf(term: Term): {
  readonly base?: Term | undefined;
  readonly moved?: Term | undefined;
  readonly sign: number;
} {
  if (term.op === 'function' && term.name === 'add_days')
    return { base: term.args[0], moved: term.args[1], sign: 1 };
  if (term.op !== 'arithmetic') return { sign: 1 };
  if (term.operator === '+') return { base: term.left, moved: term.right, sign: 1 };
  return term.operator === '-' ? { base: term.left, moved: term.right, sign: -1 } : { sign: 1 };
}
