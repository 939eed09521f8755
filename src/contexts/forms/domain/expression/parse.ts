import { limits } from '../limits.ts';
import { date, number } from './parse-literal.ts';
import { current, expect, fail, isSymbol, isWord, type State } from './parse-state.ts';
import type { BinaryOperator, ExpressionProblem, Node } from './syntax.ts';
import { type Token, tokenize } from './tokenize.ts';

export type Parsed =
  | { readonly ok: true; readonly node: Node }
  | { readonly ok: false; readonly problem: ExpressionProblem };

/** How strongly the operators bind; equal ones from the left, comparisons not at all. */
const strength: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  in: 4,
  '+': 5,
  '-': 5,
  '*': 6,
};

const strengthOfNot = 3;
const strengthOfMinus = 7;

/** Reads one expression. Refuses what is too long or too deep, so that reading always ends. */
export function parseExpression(source: string): Parsed {
  if (source.length > limits.expressionLength) {
    const message = `Der Ausdruck ist länger als ${limits.expressionLength} Zeichen. Teilen Sie ihn mit berechneten Feldern.`;
    return { ok: false, problem: { at: 0, message } };
  }
  const tokens = tokenize(source);
  if (!Array.isArray(tokens)) return { ok: false, problem: tokens };
  const state: State = { tokens, position: 0, depth: 0, problem: null };
  const node = binary(state, 0);
  if (current(state).kind !== 'end') {
    fail(state, `Vor „${current(state).text}“ fehlt ein Operator, oder hier steht zu viel.`);
  }
  return state.problem ? { ok: false, problem: state.problem } : { ok: true, node };
}

function operatorAt(state: State): BinaryOperator | null {
  const { kind, text } = current(state);
  if (kind !== 'symbol' && kind !== 'name') return null;
  return isOperator(text) ? text : null;
}

function isOperator(text: string): text is BinaryOperator {
  return Object.hasOwn(strength, text);
}

function binary(state: State, weakest: number): Node {
  state.depth += 1;
  if (state.depth > limits.expressionDepth) return fail(state, 'Der Ausdruck ist zu tief verschachtelt.');
  let left = unary(state);
  for (;;) {
    const operator = operatorAt(state);
    if (operator === null || strength[operator] <= weakest) break;
    const at = current(state).at;
    state.position += 1;
    left = { op: 'binary', operator, left, right: binary(state, strength[operator]), at };
    if (strength[operator] === 4 && strength[operatorAt(state) ?? 'or'] === 4) {
      return fail(state, 'Vergleiche lassen sich nicht reihen. Verbinden Sie zwei Vergleiche mit „and“.');
    }
  }
  state.depth -= 1;
  return left;
}

function unary(state: State): Node {
  const at = current(state).at;
  if (isWord(state, 'not')) {
    state.position += 1;
    return { op: 'not', operand: binary(state, strengthOfNot), at };
  }
  if (isSymbol(state, '-')) {
    state.position += 1;
    return { op: 'negate', operand: binary(state, strengthOfMinus), at };
  }
  return primary(state);
}

function primary(state: State): Node {
  const token = current(state);
  if (token.kind === 'symbol' && token.text === '(') {
    state.position += 1;
    const inner = binary(state, 0);
    expect(state, ')');
    return inner;
  }
  if (token.kind === 'symbol' && token.text === '[') {
    state.position += 1;
    return { op: 'list', items: sequence(state, ']'), at: token.at };
  }
  if (token.kind === 'number') return number(state, token);
  if (token.kind === 'name') return name(state, token);
  if (token.kind === 'text') {
    state.position += 1;
    return { op: 'literal', kind: 'text', value: token.text, at: token.at };
  }
  if (token.kind === 'date') return date(state, token);
  return fail(
    state,
    token.kind === 'end'
      ? 'Der Ausdruck bricht hier ab.'
      : `„${token.text}“ steht hier falsch.${token.text === '=' ? ' Gleich ist ein einfaches „=“.' : ''}`,
  );
}

function name(state: State, token: Token): Node {
  state.position += 1;
  if (token.text === 'true' || token.text === 'false') {
    return { op: 'literal', kind: 'boolean', value: token.text === 'true', at: token.at };
  }
  if (isSymbol(state, '(')) {
    state.position += 1;
    return { op: 'call', name: token.text, args: sequence(state, ')'), at: token.at };
  }
  const path = [token.text];
  while (isSymbol(state, '.')) {
    state.position += 1;
    const part = current(state);
    if (part.kind !== 'name') return fail(state, 'Nach dem Punkt fehlt ein Name.');
    path.push(part.text);
    state.position += 1;
  }
  return { op: 'ref', path, at: token.at };
}

function sequence(state: State, end: string): Node[] {
  const items: Node[] = [];
  if (!isSymbol(state, end)) {
    items.push(binary(state, 0));
    while (isSymbol(state, ',')) {
      state.position += 1;
      items.push(binary(state, 0));
    }
  }
  expect(state, end);
  return items;
}
