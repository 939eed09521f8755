import { type CharacterTest, classAt, escapeAt } from './character-class.ts';

/** The tree of a pattern. */
export type PatternNode =
  | { readonly kind: 'one'; readonly fits: CharacterTest }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number };

export interface PatternProblem {
  readonly at: number;
  readonly message: string;
}

interface State {
  readonly source: string;
  at: number;
  depth: number;
}

class Broken extends Error {
  readonly problem: PatternProblem;
  constructor(at: number, message: string) {
    super(message);
    this.problem = { at, message };
  }
}

/** Reads a pattern: characters, `.`, classes, `\d \w \s \p{L}`, groups, `|`, `? * + {m,n}`; `^` and `$` at its ends. */
export function parsePattern(source: string): PatternNode | PatternProblem {
  const state: State = { source, at: source.startsWith('^') ? 1 : 0, depth: 0 };
  try {
    const node = choice(state);
    if (state.source[state.at] === '$' && state.at === source.length - 1) state.at += 1;
    if (state.at < source.length) throw new Broken(state.at, `„${source[state.at]}“ steht hier falsch.`);
    return node;
  } catch (fault) {
    if (fault instanceof Broken) return fault.problem;
    throw fault;
  }
}

function choice(state: State): PatternNode {
  const parts = [sequence(state)];
  while (state.source[state.at] === '|') {
    state.at += 1;
    parts.push(sequence(state));
  }
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'choice', parts };
}

function sequence(state: State): PatternNode {
  const parts: PatternNode[] = [];
  for (;;) {
    const next = state.source[state.at];
    const ends = next === '$' && state.at === state.source.length - 1;
    if (next === undefined || next === '|' || next === ')' || ends) return { kind: 'sequence', parts };
    parts.push(repeated(state, atom(state)));
  }
}

function atom(state: State): PatternNode {
  const { source, at } = state;
  const next = source[at] ?? '';
  if (next === '(') return group(state);
  if (next === '[') return placed(state, classAt(source, at));
  if (next === '\\') return placed(state, escapeAt(source, at));
  if (next === '.') return placed(state, { end: at + 1, fits: () => true });
  if ('?*+{}])^$'.includes(next))
    throw new Broken(at, `„${next}“ steht hier falsch; das Zeichen selbst ist \\${next}.`);
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  return placed(state, { end: at + character.length, fits: (other) => other === character });
}

function placed(
  state: State,
  read: { readonly end: number; readonly fits: CharacterTest } | PatternProblem,
): PatternNode {
  if ('message' in read) throw new Broken(read.at, read.message);
  state.at = read.end;
  return { kind: 'one', fits: read.fits };
}

function group(state: State): PatternNode {
  const start = state.at;
  state.depth += 1;
  if (state.depth > 20) throw new Broken(start, 'Das Muster ist zu tief verschachtelt.');
  state.at += state.source.startsWith('(?:', start) ? 3 : 1;
  if (state.source[state.at] === '?')
    throw new Broken(start, 'Vorausschau und benannte Gruppen gehören nicht zu den Mustern.');
  const inner = choice(state);
  if (state.source[state.at] !== ')') throw new Broken(start, 'Die Klammer ist nicht geschlossen.');
  state.at += 1;
  state.depth -= 1;
  return inner;
}

const simple: Readonly<Record<string, readonly [number, number]>> = {
  '?': [0, 1],
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
};

function repeated(state: State, part: PatternNode): PatternNode {
  const next = state.source[state.at] ?? '';
  const counts = next === '{' ? counted(state) : simple[next];
  if (!counts) return part;
  if (next !== '{') state.at += 1;
  const [least, most] = counts;
  if (most < least) throw new Broken(state.at, 'Die zweite Zahl ist kleiner als die erste.');
  if (state.source[state.at] === '?') state.at += 1;
  return { kind: 'repeat', part, least, most };
}

function counted(state: State): readonly [number, number] {
  const match = /^\{(\d{1,4})(?:(,)(\d{1,4})?)?\}/.exec(state.source.slice(state.at, state.at + 14));
  if (!match) throw new Broken(state.at, 'So sehen Wiederholungen aus: {3}, {2,5} oder {1,}.');
  state.at += match[0].length;
  const least = Number(match[1]);
  if (match[2] === undefined) return [least, least];
  return [least, match[3] === undefined ? Number.POSITIVE_INFINITY : Number(match[3])];
}
