import type { ExpressionProblem, Node } from './syntax.ts';
import type { Token } from './tokenize.ts';

/** Where the parser stands. */
export interface State {
  readonly tokens: readonly Token[];
  position: number;
  depth: number;
  problem: ExpressionProblem | null;
}

export function current(state: State): Token {
  return state.tokens[state.position] ?? { kind: 'end', text: '', at: 0 };
}

export function isSymbol(state: State, text: string): boolean {
  const token = current(state);
  return token.kind === 'symbol' && token.text === text;
}

export function isWord(state: State, text: string): boolean {
  const token = current(state);
  return token.kind === 'name' && token.text === text;
}

/** Keeps the first problem and jumps to the end, so that every loop stops. */
export function fail(state: State, message: string): Node {
  state.problem ??= { at: current(state).at, message };
  state.position = state.tokens.length - 1;
  return { op: 'literal', kind: 'boolean', value: false, at: 0 };
}

export function expect(state: State, symbol: string): void {
  if (isSymbol(state, symbol)) state.position += 1;
  else fail(state, `Hier fehlt „${symbol}“.`);
}
