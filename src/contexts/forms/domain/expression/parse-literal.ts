import { parseLocalDate } from '#kernel';
import { fail, isWord, type State } from './parse-state.ts';
import type { Node } from './syntax.ts';
import type { Token } from './tokenize.ts';

export function date(state: State, token: Token): Node {
  const parsed = parseLocalDate(token.text);
  if (!parsed.ok) return fail(state, parsed.refusal.message);
  state.position += 1;
  return { op: 'literal', kind: 'date', value: parsed.value, at: token.at };
}

export function number(state: State, token: Token): Node {
  const [whole = '0', fraction = ''] = token.text.split('.');
  const places = fraction.length;
  state.position += 1;
  if (whole.length > 12) return fail(state, 'Die Zahl ist zu groß.');
  if (isWord(state, 'EUR')) {
    if (places !== 0 && places !== 2)
      return fail(state, 'Ein Betrag hat keine oder zwei Nachkommastellen: 12.50 EUR.');
    state.position += 1;
    return {
      op: 'literal',
      kind: 'money',
      value: Number(whole) * 100 + Number(fraction || '0'),
      at: token.at,
    };
  }
  if (places > 3) return fail(state, 'Eine Zahl hat höchstens drei Nachkommastellen.');
  if (places === 0) return { op: 'literal', kind: 'integer', value: Number(whole), at: token.at };
  const value = Number(whole) * 1000 + Number(fraction.padEnd(3, '0'));
  return { op: 'literal', kind: 'decimal', value, at: token.at };
}
