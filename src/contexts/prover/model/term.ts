import type { Abstract } from '../values/abstract.ts';

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | 'div' | 'min' | 'max';

/** An expression in the form in which the search works: tables unrolled, names bound to variables, `id` the same for equal parts. */
export type Term =
  | { readonly op: 'value'; readonly id: string; readonly value: Abstract }
  | { readonly op: 'variable'; readonly id: string; readonly key: string }
  | { readonly op: 'and' | 'or'; readonly id: string; readonly terms: readonly Term[] }
  | { readonly op: 'not' | 'answered' | 'negate'; readonly id: string; readonly term: Term }
  | {
      readonly op: 'compare';
      readonly id: string;
      readonly operator: Operator;
      readonly left: Term;
      readonly right: Term;
    }
  | { readonly op: 'member'; readonly id: string; readonly value: Term; readonly list: Term }
  | {
      readonly op: 'if';
      readonly id: string;
      readonly condition: Term;
      readonly yes: Term;
      readonly no: Term;
    }
  | { readonly op: 'default'; readonly id: string; readonly term: Term; readonly instead: Term }
  | {
      readonly op: 'arithmetic';
      readonly id: string;
      readonly operator: Arithmetic;
      readonly left: Term;
      readonly right: Term;
    }
  | { readonly op: 'function'; readonly id: string; readonly name: string; readonly args: readonly Term[] }
  | {
      readonly op: 'rows';
      readonly id: string;
      readonly name: 'any' | 'all' | 'count' | 'sum';
      readonly group: string;
      /** What is asked of each row; null counts them all. */
      readonly term: Term | null;
    };

export type TermOf<Op extends Term['op']> = Extract<Term, { op: Op }>;

export function valueTerm(value: Abstract, id: string): Term {
  return { op: 'value', id, value };
}

export function variable(key: string): Term {
  return { op: 'variable', id: key, key };
}

export function notTerm(term: Term): Term {
  return { op: 'not', id: `!(${term.id})`, term };
}

export function allOf(terms: readonly Term[]): Term {
  return { op: 'and', id: `and(${terms.map(({ id }) => id).join(',')})`, terms };
}

export function anyOf(terms: readonly Term[]): Term {
  return { op: 'or', id: `or(${terms.map(({ id }) => id).join(',')})`, terms };
}

/** The names of the variables in a term, its rows' own ones included. */
export function variablesIn(term: Term, into: Set<string> = new Set()): Set<string> {
  if (term.op === 'variable') into.add(term.key);
  if (term.op === 'rows') into.add(`count:${term.group}`);
  for (const part of partsOf(term)) variablesIn(part, into);
  return into;
}

export function partsOf(term: Term): readonly Term[] {
  switch (term.op) {
    case 'value':
    case 'variable':
      return [];
    case 'and':
    case 'or':
      return term.terms;
    case 'not':
    case 'answered':
    case 'negate':
      return [term.term];
    case 'compare':
    case 'arithmetic':
      return [term.left, term.right];
    case 'member':
      return [term.value, term.list];
    case 'if':
      return [term.condition, term.yes, term.no];
    case 'default':
      return [term.term, term.instead];
    case 'function':
      return term.args;
    case 'rows':
      return term.term ? [term.term] : [];
  }
}
