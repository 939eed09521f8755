import { asTexts, type SimpleFunction } from './simple-function.ts';
import { booleanType, type ExprKind, type ExprType, integerType } from './types.ts';

const two: readonly ExprKind[] = ['texts', 'texts'];
const set: ExprType = { kind: 'texts' };

/** Lists of texts as sets: each text counts once. */
export const setFunctions: Readonly<Record<string, SimpleFunction>> = {
  size: { takes: ['texts'], gives: integerType, run: ([texts]) => new Set(asTexts(texts)).size },
  union: { takes: two, gives: set, run: ([a, b]) => [...new Set([...asTexts(a), ...asTexts(b)])] },
  intersect: { takes: two, gives: set, run: ([a, b]) => both(asTexts(a), new Set(asTexts(b)), true) },
  without: { takes: two, gives: set, run: ([a, b]) => both(asTexts(a), new Set(asTexts(b)), false) },
  has_all: { takes: two, gives: booleanType, run: ([a, b]) => subset(asTexts(b), new Set(asTexts(a))) },
  has_any: {
    takes: two,
    gives: booleanType,
    run: ([a, b]) => both(asTexts(a), new Set(asTexts(b)), true).length > 0,
  },
};

function both(left: readonly string[], right: ReadonlySet<string>, wanted: boolean): string[] {
  return [...new Set(left)].filter((text) => right.has(text) === wanted);
}

function subset(inner: readonly string[], outer: ReadonlySet<string>): boolean {
  return inner.every((text) => outer.has(text));
}
