import type { Definition, PageDefinition } from './definition-schema.ts';
import type { Field, SimpleField, TableColumn } from './field-schema.ts';
import type { Options } from './option-schema.ts';

/** What becomes of a text; its key says where it stands: `field.hunde.chip.label`. */
export type TextMap = (key: string, text: string) => string;

/** The definition with each of its texts mapped; everything else of it stays. */
export function mapTexts(definition: Definition, map: TextMap): Definition {
  const { pages, fee, codeLists, rules } = definition;
  return {
    ...definition,
    title: map('title', definition.title),
    pages: pages.map((page) => mapPage(page, map)),
    ...(codeLists ? { codeLists: mapLists(codeLists, map) } : {}),
    ...(rules
      ? { rules: rules.map((rule) => ({ ...rule, ...some(rule, ['message'], `rule.${rule.id}`, map) })) }
      : {}),
    ...(fee
      ? {
          fee: {
            ...fee,
            ...some(fee, ['note'], 'fee', map),
            lines: fee.lines.map((line) => ({ ...line, label: map(`fee.${line.id}.label`, line.label) })),
          },
        }
      : {}),
  };
}

/** Those of the named texts that there are, mapped. */
function some<K extends string>(
  part: { readonly [N in K]?: string | undefined },
  names: readonly K[],
  key: string,
  map: TextMap,
): { [N in K]?: string } {
  const mapped: { [N in K]?: string } = {};
  for (const name of names) {
    const text = part[name];
    if (text !== undefined) mapped[name] = map(`${key}.${name}`, text);
  }
  return mapped;
}

function mapPage(page: PageDefinition, map: TextMap): PageDefinition {
  const key = `page.${page.id}`;
  return {
    ...page,
    title: map(`${key}.title`, page.title),
    ...some(page, ['lead'], key, map),
    fields: page.fields.map((field) => mapField(field, 'field.', map)),
  };
}

type Lists = NonNullable<Definition['codeLists']>;

function mapLists(lists: Lists, map: TextMap): Lists {
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [
      name,
      {
        ...list,
        entries: list.entries.map((entry) => ({
          ...entry,
          label: map(`list.${name}.${entry.value}`, entry.label),
        })),
      },
    ]),
  );
}

function mapField(field: Field, before: string, map: TextMap): Field {
  const key = before + field.id;
  const common = { label: map(`${key}.label`, field.label), ...some(field, ['hint', 'help'], key, map) };
  switch (field.type) {
    case 'section':
      return { ...field, ...common, fields: field.fields.map((inner) => mapField(inner, before, map)) };
    case 'group':
      return {
        ...field,
        ...common,
        item: map(`${key}.item`, field.item),
        fields: field.fields.map((inner) => mapField(inner, `${key}.`, map)),
      };
    case 'table':
      return {
        ...field,
        ...common,
        rows: field.rows.map((row) => ({ ...row, label: map(`${key}.row.${row.value}`, row.label) })),
        columns: field.columns.map((column) => mapColumn(column, `${key}.`, map)),
      };
    default:
      return { ...mapSimple(field, key, map), ...common };
  }
}

function mapColumn(column: TableColumn, before: string, map: TextMap): TableColumn {
  const key = before + column.id;
  const common = { label: map(`${key}.label`, column.label), ...some(column, ['hint', 'help'], key, map) };
  if (column.type === 'choice')
    return {
      ...column,
      ...common,
      options: mapOptions(column.options, key, map),
      ...mapMessages(column, key, map),
    };
  return { ...column, ...common, ...mapMessages(column, key, map) };
}

function mapSimple(field: SimpleField, key: string, map: TextMap): SimpleField {
  switch (field.type) {
    case 'info': {
      const { link } = field;
      const words = link ? { link: { ...link, label: map(`${key}.link`, link.label) } } : {};
      return { ...field, ...some(field, ['text'], key, map), ...words };
    }
    case 'summary':
    case 'calculated':
      return field;
    case 'consent':
      return {
        ...field,
        ...mapMessages(field, key, map),
        purpose: map(`${key}.purpose`, field.purpose),
        withdrawal: map(`${key}.withdrawal`, field.withdrawal),
      };
    case 'choice':
    case 'multichoice':
      return { ...field, ...mapMessages(field, key, map), options: mapOptions(field.options, key, map) };
    case 'number':
      return { ...field, ...mapMessages(field, key, map), ...some(field, ['unit'], key, map) };
    default:
      return { ...field, ...mapMessages(field, key, map) };
  }
}

type Answered = Extract<SimpleField, { type: 'text' }>;
type Messages = Pick<Answered, 'messages' | 'checks'>;

function mapMessages({ messages, checks }: Messages, key: string, map: TextMap): Messages {
  return {
    ...(messages ? { messages: some(messages, ['required', 'invalid'], `${key}.messages`, map) } : {}),
    ...(checks
      ? {
          checks: checks.map((check, index) => ({
            ...check,
            message: map(`${key}.checks.${index}`, check.message),
          })),
        }
      : {}),
  };
}

function mapOptions(options: Options, key: string, map: TextMap): Options {
  if (Array.isArray(options))
    return options.map((option) => ({
      ...option,
      label: map(`${key}.option.${option.value}`, option.label),
      ...some(option, ['hint'], `${key}.option.${option.value}`, map),
    }));
  if ('list' in options) return options;
  return {
    ...options,
    label: map(`${key}.options.label`, options.label),
    ...some(options, ['hint'], `${key}.options`, map),
  };
}
