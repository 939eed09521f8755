import type { Model, Variable } from './model.ts';
import { partsOf, type Term, type TermOf } from './term.ts';

/** What a text is compared with: single texts, and lists that a function searches. */
interface Compared {
  readonly texts: Set<string>;
  readonly lists: Map<string, { readonly name: string; readonly list: readonly string[] }>;
}

/**
 * Variables of free text with the texts that matter for them: one of each sort that the form's expressions can tell apart,
 * and any other text.
 */
export function withCandidates(model: Model): ReadonlyMap<string, Variable> {
  const compared = new Map<string, Compared>();
  for (const term of termsOf(model)) collect(term, compared);
  const result = new Map(model.variables);
  for (const [key, { texts, lists }] of compared) {
    const variable = result.get(key);
    const known = variable?.initial.known;
    if (!variable || known?.kind !== 'text' || known.other === null) continue;
    const values = new Set([...known.values, ...texts, ...sortsOf([...lists.values()], model)]);
    result.set(key, { ...variable, initial: { ...variable.initial, known: { ...known, values } } });
  }
  return result;
}

function termsOf({ pages, variables, fields, fee }: Model): readonly Term[] {
  const own = [...variables.values()].flatMap(({ required, rules, formula }) => [
    required,
    formula,
    ...rules,
  ]);
  const fees = fee.flatMap(({ condition, amount }) => [condition, amount]);
  const shown = [...pages, ...fields].map(({ condition }) => condition);
  return [...shown, ...own, ...fees].filter((term) => term !== null);
}

function collect(term: Term, into: Map<string, Compared>): void {
  if (term.op === 'compare') {
    note(term.left, term.right, into);
    note(term.right, term.left, into);
  }
  if (term.op === 'member' && term.value.op === 'variable')
    for (const text of textsOf(term.list)) compared(into, term.value.key).texts.add(text);
  if (term.op === 'function') noteFunction(term, into);
  for (const part of partsOf(term)) collect(part, into);
}

function compared(into: Map<string, Compared>, key: string): Compared {
  const found = into.get(key) ?? { texts: new Set(), lists: new Map() };
  into.set(key, found);
  return found;
}

function note(left: Term, right: Term, into: Map<string, Compared>): void {
  if (left.op !== 'variable' || right.op !== 'value' || right.value.known?.kind !== 'text') return;
  for (const text of right.value.known.values) compared(into, left.key).texts.add(text);
}

function noteFunction({ name, args }: TermOf<'function'>, into: Map<string, Compared>): void {
  const [first, second] = args;
  if (first?.op !== 'variable' || !second) return;
  const list = textsOf(second);
  if (list.length > 0)
    compared(into, first.key).lists.set(`${name} ${second.id} ${list.join('|')}`, { name, list });
}

function textsOf(term: Term): readonly string[] {
  return term.op === 'value' && term.value.known?.kind === 'texts' ? [...term.value.known.sure] : [];
}

/** One text for each pattern of answers that the functions give. */
function sortsOf(
  lists: readonly { readonly name: string; readonly list: readonly string[] }[],
  { inspection, today }: Model,
): Iterable<string> {
  const bySort = new Map<string, string>();
  for (const text of new Set(lists.flatMap(({ list }) => list))) {
    const sort = lists.map(({ name, list }) => inspection.call(name, [text, list], today) === true).join();
    if (!bySort.has(sort)) bySort.set(sort, text);
  }
  return bySort.values();
}
