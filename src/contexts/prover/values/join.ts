import { type Abstract, type Known, onOneScale } from './abstract.ts';

type TextSet = Extract<Known, { kind: 'text' }>;
type TextsSet = Extract<Known, { kind: 'texts' }>;

/** Everything that is in one or the other. */
export function join(a: Abstract, b: Abstract): Abstract {
  return { none: a.none || b.none, known: joinKnown(a.known, b.known) };
}

function joinKnown(a: Known | null, b: Known | null): Known | null {
  if (a === null || b === null) return a ?? b;
  if (a.kind === 'truth' && b.kind === 'truth')
    return { kind: 'truth', yes: a.yes || b.yes, no: a.no || b.no };
  if (a.kind === 'number' && b.kind === 'number') {
    const pair = onOneScale(a, b);
    if (!pair) return { kind: 'any' };
    const [left, right] = pair;
    return { ...left, low: Math.min(left.low, right.low), high: Math.max(left.high, right.high) };
  }
  if (a.kind === 'text' && b.kind === 'text') return joinText(a, b);
  if (a.kind === 'texts' && b.kind === 'texts') return joinTexts(a, b);
  return { kind: 'any' };
}

function joinText(a: TextSet, b: TextSet): Known {
  const other =
    a.other && b.other
      ? {
          shortest: Math.min(a.other.shortest, b.other.shortest),
          longest: Math.max(a.other.longest, b.other.longest),
        }
      : (a.other ?? b.other);
  return { kind: 'text', values: new Set([...a.values, ...b.values]), other };
}

function joinTexts(a: TextsSet, b: TextsSet): Known {
  const sure = new Set([...a.sure].filter((value) => b.sure.has(value)));
  const all = [...a.sure, ...a.maybe, ...b.sure, ...b.maybe];
  return {
    kind: 'texts',
    sure,
    maybe: new Set(all.filter((value) => !sure.has(value))),
    other: a.other || b.other,
  };
}

/** Everything that is in both; never smaller than that. */
export function meet(a: Abstract, b: Abstract): Abstract {
  return { none: a.none && b.none, known: meetKnown(a.known, b.known) };
}

function meetKnown(a: Known | null, b: Known | null): Known | null {
  if (a === null || b === null) return null;
  if (a.kind === 'any') return b;
  if (b.kind === 'any') return a;
  if (a.kind === 'truth' && b.kind === 'truth') return meetTruth(a, b);
  if (a.kind === 'number' && b.kind === 'number') return meetNumbers(a, b);
  if (a.kind === 'text' && b.kind === 'text') return meetText(a, b);
  if (a.kind === 'texts' && b.kind === 'texts') return meetTexts(a, b);
  return a;
}

function meetTruth(a: Extract<Known, { kind: 'truth' }>, b: Extract<Known, { kind: 'truth' }>): Known | null {
  const both = { kind: 'truth' as const, yes: a.yes && b.yes, no: a.no && b.no };
  return both.yes || both.no ? both : null;
}

/** Keeps the scale of the first: a bound in thousandths on an integer rounds inwards. */
function meetNumbers(
  a: Extract<Known, { kind: 'number' }>,
  b: Extract<Known, { kind: 'number' }>,
): Known | null {
  let { low, high } = b;
  if (a.scale === 'integer' && b.scale === 'decimal')
    [low, high] = [Math.ceil(b.low / 1000), Math.floor(b.high / 1000)];
  else if (a.scale === 'decimal' && b.scale === 'integer') [low, high] = [b.low * 1000, b.high * 1000];
  else if (a.scale !== b.scale) return a;
  const met = { ...a, low: Math.max(a.low, low), high: Math.min(a.high, high) };
  return met.low <= met.high ? met : null;
}

function meetText(a: TextSet, b: TextSet): Known | null {
  const values = new Set([...a.values].filter((value) => b.values.has(value) || fits(value, b)));
  for (const value of b.values) if (fits(value, a)) values.add(value);
  const other =
    a.other && b.other
      ? {
          shortest: Math.max(a.other.shortest, b.other.shortest),
          longest: Math.min(a.other.longest, b.other.longest),
        }
      : null;
  const possible = other && other.shortest <= other.longest ? other : null;
  return values.size > 0 || possible ? { kind: 'text', values, other: possible } : null;
}

function fits(value: string, { other }: TextSet): boolean {
  return other !== null && value.length >= other.shortest && value.length <= other.longest;
}

function meetTexts(a: TextsSet, b: TextsSet): Known | null {
  const sure = new Set([...a.sure, ...b.sure]);
  const isPossible = (set: TextsSet, value: string) =>
    set.sure.has(value) || set.maybe.has(value) || set.other;
  for (const value of sure) if (!isPossible(a, value) || !isPossible(b, value)) return null;
  const maybe = new Set(
    [...a.maybe, ...b.maybe].filter(
      (value) => !sure.has(value) && isPossible(a, value) && isPossible(b, value),
    ),
  );
  const other = a.other && b.other;
  return sure.size + maybe.size > 0 || other ? { kind: 'texts', sure, maybe, other } : null;
}
