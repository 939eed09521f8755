import type { ParameterValues } from '#forms';
import { type Abstract, anything, withNone } from '../values/abstract.ts';
import type { FormInspection } from './inspection.ts';
import { allOfKind, exactly } from './literals.ts';
import { groupAround, groupWithin, keyIn } from './row-path.ts';
import {
  type Arithmetic,
  allOf,
  anyOf,
  notTerm,
  type Operator,
  type Term,
  valueTerm,
  variable,
} from './term.ts';

/** The tree of an expression as `forms` reads it. */
export type Node = FormInspection['fee'][number]['amount']['node'];

type Row = ParameterValues['tables'][string][number];
type Parameters = FormInspection['form']['parameters'];

/** Where an expression stands: the group whose row it is in (by the ids on the way to it), the entry of a table, and what is known of the Kommune. */
export interface TermContext {
  /** What the Kommune gave; null where the proof is for every Kommune. */
  readonly values: ParameterValues | null;
  readonly definitions: Parameters;
  readonly groups: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly row: string | null;
  /** The entry of a table, or of a code list, which has no name here. */
  readonly entry: { readonly table: string; readonly row: Row } | null;
}

/** More entries than this are not unrolled; the call then counts as open. */
const mostEntries = 600;

/** An expression of the language as a term; what this does not know yet becomes an open value, never a wrong one. */
export function compileTerm(node: Node, context: TermContext): Term {
  switch (node.op) {
    case 'literal':
      return literal(node.kind, node.value);
    case 'list':
      return listTerm(node, context);
    case 'ref':
      return reference(node.path, context);
    case 'not':
      return notTerm(compileTerm(node.operand, context));
    case 'negate':
      return unary('negate', compileTerm(node.operand, context));
    case 'binary':
      return binary(node, context);
    case 'call':
      return call(node, context);
    default:
      return open(`${context.row}:${JSON.stringify(node)}`);
  }
}

/** An expression that may be missing. */
export function termOf(expression: { readonly node: Node } | null, context: TermContext): Term | null {
  return expression ? compileTerm(expression.node, context) : null;
}

function open(id: string): Term {
  return valueTerm(anything, `?${id}`);
}

function literal(kind: string, value: string | number | boolean): Term {
  return valueTerm(exactly(kind, value), `${kind}:${value}`);
}

function unary(op: 'negate' | 'answered', term: Term): Term {
  return { op, id: `${op}(${term.id})`, term };
}

function listTerm(node: Extract<Node, { op: 'list' }>, context: TermContext): Term {
  const values = node.items.flatMap((item) => (item.op === 'literal' ? [String(item.value)] : []));
  if (values.length !== node.items.length)
    return open(`[${node.items.map((item) => compileTerm(item, context).id).join()}]`);
  return valueTerm(exactly('texts', values), `[${values.join()}]`);
}

function reference(path: readonly string[], context: TermContext): Term {
  const [first = '', ...rest] = path;
  if (first === 'today' && rest.length === 0) return variable('today');
  if (first === 'param') return parameter(rest[0] ?? '', context);
  if (first === 'entry') return entryColumn(rest[0] ?? '', context);
  const { rows, name } = inRows(path, context.row);
  const key = rows === undefined ? '' : keyIn(rows, name.join('.'));
  return context.known.has(key) ? variable(key) : open(`${context.row}:${path.join('.')}`);
}

/** In whose row a name is looked up: `row.x` in the row at hand, each `outer` in the one around; `undefined` where there is none. */
function inRows(
  path: readonly string[],
  row: string | null,
): { readonly rows: string | null | undefined; readonly name: readonly string[] } {
  const [first, ...rest] = path;
  if (first !== 'row' && first !== 'outer') return { rows: null, name: path };
  if (row === null) return { rows: undefined, name: rest };
  if (first === 'row') return { rows: row, name: rest };
  const around = groupAround(row);
  if (around === null) return { rows: undefined, name: rest };
  return rest[0] === 'outer' ? inRows(rest, around) : { rows: around, name: rest };
}

function parameter(name: string, { values, definitions }: TermContext): Term {
  const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
  if (!definition) return open(`param.${name}`);
  if (values) return valueTerm(exactly(definition.type, values.single[name]), `param.${name}`);
  return variable(`param.${name}`);
}

function entryColumn(column: string, { entry, definitions }: TermContext): Term {
  if (entry?.table === '')
    return valueTerm(exactly('text', entry.row[column]), `text:${String(entry.row[column])}`);
  const table = entry ? definitions[entry.table] : undefined;
  const type = table?.type === 'table' ? table.columns[column]?.type : undefined;
  if (!entry || !type) return open(`entry.${column}`);
  const value = entry.row[column];
  return valueTerm(exactly(type, value), `${type}:${String(value)}`);
}

function binary(node: Extract<Node, { op: 'binary' }>, context: TermContext): Term {
  const { operator } = node;
  const left = compileTerm(node.left, context);
  if (operator === 'and') return allOf([left, compileTerm(node.right, context)]);
  if (operator === 'or') return anyOf([left, compileTerm(node.right, context)]);
  if (operator === 'in') return inTerm(left, node.right, context);
  const right = compileTerm(node.right, context);
  if (operator === '+' || operator === '-' || operator === '*') return arithmetic(operator, left, right);
  return comparison(operator, left, right);
}

function inTerm(left: Term, right: Node, context: TermContext): Term {
  if (right.op === 'list')
    return anyOf(right.items.map((item) => comparison('=', left, compileTerm(item, context))));
  const list = compileTerm(right, context);
  return { op: 'member', id: `(${left.id} in ${list.id})`, value: left, list };
}

export function comparison(operator: Operator, left: Term, right: Term): Term {
  // One way of writing each comparison, so that equal ones are seen as equal.
  if (operator === '>') return comparison('<', right, left);
  if (operator === '>=') return comparison('<=', right, left);
  if ((operator === '=' || operator === '!=') && left.op === 'value' && right.op !== 'value')
    return comparison(operator, right, left);
  return { op: 'compare', id: `(${left.id} ${operator} ${right.id})`, operator, left, right };
}

function arithmetic(operator: Arithmetic, left: Term, right: Term): Term {
  return { op: 'arithmetic', id: `(${left.id} ${operator} ${right.id})`, operator, left, right };
}

type Call = Extract<Node, { op: 'call' }>;

function call(node: Call, context: TermContext): Term {
  const { name } = node;
  if (name === 'any' || name === 'all' || name === 'count' || name === 'sum' || name === 'lookup')
    return aggregate(node, name, context);
  // What these read stands in rows of their own, of which nothing is known here.
  if (name === 'least' || name === 'greatest' || name === 'collect')
    return open(`${context.row}:${JSON.stringify(node)}`);
  const args = node.args.map((arg) => compileTerm(arg, context));
  const [first, second, third] = args;
  const id = `${name}(${args.map((arg) => arg.id).join()})`;
  if (name === 'answered' && first) return unary('answered', first);
  if (name === 'if' && first && second && third)
    return { op: 'if', id, condition: first, yes: second, no: third };
  if (name === 'default' && first && second) return { op: 'default', id, term: first, instead: second };
  if ((name === 'min' || name === 'max' || name === 'div') && first && second)
    return arithmetic(name, first, second);
  return { op: 'function', id, name, args };
}

type Aggregate = 'any' | 'all' | 'count' | 'sum' | 'lookup';

function aggregate(node: Call, name: Aggregate, context: TermContext): Term {
  const [over, second, third] = node.args;
  const path = over?.op === 'ref' ? over.path : [];
  if (path[0] === 'param') return overTable(name, path[1] ?? '', second, third, context);
  const { rows, name: ids } = inRows(path, context.row);
  const group = rows === undefined || ids.length !== 1 ? '' : groupWithin(rows, ids[0] ?? '');
  if (!context.groups.has(group) || name === 'lookup') return open(`${context.row}:${JSON.stringify(node)}`);
  const inner = second ? compileTerm(second, { ...context, row: group }) : null;
  return { op: 'rows', id: `${name}(${group},${inner?.id ?? ''})`, name, group, term: inner };
}

/** A call over a table: with the Kommune's values every entry is written out. */
function overTable(
  name: Aggregate,
  table: string,
  second: Node | undefined,
  third: Node | undefined,
  context: TermContext,
): Term {
  const rows = context.values?.tables[table];
  if (!rows || rows.length > mostEntries) return openTable(name, table, second, third, context);
  const at = (node: Node, row: Row): Term => compileTerm(node, { ...context, entry: { table, row } });
  if (name === 'any') return anyOf(rows.flatMap((row) => (second ? [at(second, row)] : [])));
  if (name === 'all') return allOf(rows.flatMap((row) => (second ? [at(second, row)] : [])));
  if (name === 'count' && !second) return literal('integer', rows.length);
  if (name === 'lookup') {
    const nothing = valueTerm({ none: true, known: null }, 'none');
    return rows.reduceRight<Term>(
      (rest, row) => (second && third ? choose(at(second, row), at(third, row), rest) : rest),
      nothing,
    );
  }
  return openTable(name, table, second, third, context);
}

function choose(condition: Term, yes: Term, no: Term): Term {
  return { op: 'if', id: `if(${condition.id},${yes.id},${no.id})`, condition, yes, no };
}

/** A call over a table whose rows nobody knows yet: any value of its kind. */
function openTable(
  name: Aggregate,
  table: string,
  second: Node | undefined,
  third: Node | undefined,
  context: TermContext,
): Term {
  const id = `${name}(param.${table},${JSON.stringify([second, third], (key, value) => (key === 'at' ? undefined : value))})`;
  return valueTerm(openResult(name, table, third, context), `?${id}`);
}

function openResult(
  name: Aggregate,
  table: string,
  third: Node | undefined,
  { definitions }: TermContext,
): Abstract {
  if (name === 'any' || name === 'all') return allOfKind('boolean');
  if (name === 'count')
    return { none: false, known: { kind: 'number', scale: 'integer', low: 0, high: 5_000 } };
  const column = third?.op === 'ref' && third.path[0] === 'entry' ? third.path[1] : undefined;
  const definition = definitions[table];
  const type =
    definition?.type === 'table' && column !== undefined ? definition.columns[column]?.type : undefined;
  return type && name === 'lookup' ? withNone(allOfKind(type)) : anything;
}
