import type { Field, SimpleField, TableColumn } from '../definition/field-schema.ts';
import type { Options } from '../definition/option-schema.ts';

const onlyForPeople: ReadonlySet<string> = new Set([
  ...[
    'hint',
    'help',
    'source',
    'messages',
    'checks',
    'prefill',
    'link',
    'purpose',
    'withdrawal',
    'text',
    'unit',
    'from',
    'to',
  ],
]);

/** A field without what only people read: the browser works out with it, the server has rendered the rest. */
export function bareField(field: Field): Field {
  const kept: Field = { ...without(field), label: field.id };
  if (kept.type === 'group' || kept.type === 'section')
    return { ...kept, fields: kept.fields.map(bareField) };
  if (kept.type === 'table')
    return {
      ...kept,
      rows: kept.rows.map(({ value }) => ({ value, label: value })),
      columns: kept.columns.map(bareColumn),
    };
  if (kept.type === 'consent') return { ...kept, purpose: kept.id, withdrawal: kept.id };
  return bareOptions(kept);
}

function without<T extends Field>(field: T): T {
  const kept = { ...field };
  for (const name of Object.keys(kept)) if (onlyForPeople.has(name)) Reflect.deleteProperty(kept, name);
  return kept;
}

function bareColumn(column: TableColumn): TableColumn {
  const kept = { ...without(column), label: column.id };
  return kept.type === 'choice' && Array.isArray(kept.options)
    ? { ...kept, options: valuesOf(kept.options) }
    : kept;
}

/** Values of written choices; a choice of a list or table is any text here, the server knows which. */
function bareOptions(field: SimpleField): SimpleField {
  if (field.type !== 'choice' && field.type !== 'multichoice') return field;
  const { options } = field;
  if (Array.isArray(options)) return { ...field, options: valuesOf(options) };
  if (field.type === 'multichoice') return field;
  const { options: _, display: __, type: ___, ...rest } = field;
  return { ...rest, type: 'text' };
}

function valuesOf(options: Extract<Options, readonly unknown[]>): Options {
  return options.map(({ value }) => ({ value, label: value }));
}

/** Every name in the expressions of a part of a definition; more names than it means do no harm. */
export function wordsIn(part: unknown): Set<string> {
  const words = new Set<string>();
  collect(part, words);
  return words;
}

const expressions: ReadonlySet<string> = new Set(['condition', 'value', 'required', 'holds', 'from']);

function collect(part: unknown, words: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, inner] of Object.entries(part)) {
    if (typeof inner === 'string' && expressions.has(name))
      for (const [word] of inner.matchAll(/[A-Za-z][A-Za-z0-9]*/g)) words.add(word);
    else collect(inner, words);
  }
}
