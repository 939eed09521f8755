/** A form in no engine's words, so that every engine gets the same one. */
export interface FormSpec {
  readonly fields: readonly SpecField[];
  readonly sums: readonly SpecSum[];
  readonly rows: { readonly count: number; readonly fields: readonly SpecField[] } | null;
}

export interface SpecField {
  readonly name: string;
  readonly kind: 'text' | 'select' | 'number' | 'date' | 'check';
  /** All of these must hold for the field to be shown; a shown field is required, but for a check. */
  readonly when: readonly SpecTerm[];
}

export type SpecTerm =
  | { readonly kind: 'equals'; readonly field: string; readonly value: string }
  | { readonly kind: 'checked'; readonly field: string }
  | { readonly kind: 'above'; readonly field: string; readonly value: number };

export interface SpecSum {
  readonly name: string;
  readonly of: readonly [string, string];
}

export const choices = ['a', 'b', 'c', 'd', 'e'] as const;
export const pattern = '[A-Z]{2}[0-9]{4}';
export const numberRange = { min: 0, max: 1_000 } as const;
export const dateRange = { from: '2000-01-01', to: '2030-12-31' } as const;

const kinds: readonly SpecField['kind'][] = [
  ...(['text', 'select', 'number', 'check', 'text'] as const),
  ...(['date', 'text', 'select', 'number', 'text'] as const),
];

const blockSize = kinds.length;

function nameOf(part: number, index: number): string {
  return `p${part}f${index}`;
}

/** Hundred fields, eighty of them with a condition (each fifth with two terms), and twenty sums, ten of them a chain. */
function partOf(part: number): Pick<FormSpec, 'fields' | 'sums'> {
  const sums = Array.from({ length: 20 }, (_, index): SpecSum => {
    const number = nameOf(part, [2, 8, 12, 18][index % 4] ?? 2);
    const before = index < 11 ? nameOf(part, 2) : `p${part}s${index - 1}`;
    return { name: `p${part}s${index}`, of: [before, number] };
  });
  const fields = Array.from({ length: 100 }, (_, index): SpecField => {
    const kind = kinds[index % blockSize] ?? 'text';
    return { name: nameOf(part, index), kind, when: index < 20 ? [] : termsOf(part, index) };
  });
  return { fields, sums };
}

function termsOf(part: number, index: number): readonly SpecTerm[] {
  const block = Math.floor(index / blockSize) * blockSize;
  const before = (offset: number): string => nameOf(part, block - blockSize + offset);
  const select: SpecTerm = { kind: 'equals', field: before(1), value: choices[index % 3] ?? 'a' };
  const check: SpecTerm = { kind: 'checked', field: nameOf(part, index % 4 === 0 ? 13 : 3) };
  if (index % 8 === 0) return [{ kind: 'above', field: `p${part}s${index % 20}`, value: 40 }];
  if (index % 5 === 0)
    return [
      { kind: 'equals', field: nameOf(part, 11), value: choices[index % 3] ?? 'a' },
      { kind: 'checked', field: nameOf(part, 13) },
    ];
  return index % 2 === 0 ? [check] : [select];
}

/** The form of 100 fields and 100 rules. */
export const smallForm: FormSpec = { ...partOf(0), rows: null };

const rowFields: readonly SpecField[] = [
  { name: 'kind', kind: 'select', when: [] },
  { name: 'code', kind: 'text', when: [] },
  { name: 'amount', kind: 'number', when: [] },
  { name: 'day', kind: 'date', when: [] },
  { name: 'note', kind: 'text', when: [{ kind: 'equals', field: 'kind', value: 'c' }] },
  { name: 'flag', kind: 'check', when: [] },
];

/** Three times the small form, and 200 rows of six fields. */
export const largeForm: FormSpec = {
  fields: [0, 1, 2].flatMap((part) => partOf(part).fields),
  sums: [0, 1, 2].flatMap((part) => partOf(part).sums),
  rows: { count: 200, fields: rowFields },
};
