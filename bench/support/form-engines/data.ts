import { dateRange, type FormSpec, numberRange, type SpecField, type SpecTerm } from './spec.ts';

export type Value = string | number | boolean;
export type Row = Record<string, Value>;

/** Answers of one person, and the names of the fields that are wrong with them. */
export interface Filled {
  readonly values: Row;
  readonly rows: readonly Row[];
  readonly wrong: readonly string[];
}

/** Every person answers differently, always the same in the same turn. */
export function filled(spec: FormSpec, turn: number, errors: number): Filled {
  const values: Row = {};
  fill(spec, spec.fields, values, turn);
  const rows = Array.from({ length: spec.rows?.count ?? 0 }, (_, index) => {
    const row: Row = {};
    fill(spec, spec.rows?.fields ?? [], row, turn + index);
    return row;
  });
  return { values, rows, wrong: plant(spec, values, rows, errors) };
}

function fill(spec: FormSpec, fields: readonly SpecField[], into: Row, turn: number): void {
  for (const [index, field] of fields.entries()) {
    if (!field.when.every((term) => holds(spec, term, into))) continue;
    const value = valueFor(field, turn, index);
    if (value !== null) into[field.name] = value;
  }
}

function valueFor({ kind }: SpecField, turn: number, index: number): Value | null {
  switch (kind) {
    case 'text':
      return `AB${String(1_000 + ((turn * 37 + index) % 9_000)).slice(-4)}`;
    case 'select':
      return ['a', 'b', 'c'][(turn + index) % 3] ?? 'a';
    case 'number':
      return (turn * 13 + index * 7) % 900;
    case 'date':
      return `20${String(1 + ((turn + index) % 29)).padStart(2, '0')}-0${1 + ((turn + index) % 9)}-15`;
    case 'check':
      return (turn + index) % 3 === 0 ? null : true;
  }
}

/** Whether a term holds; sums are worked out as the engines must. */
function holds(spec: FormSpec, term: SpecTerm, values: Row): boolean {
  if (term.kind === 'equals') return values[term.field] === term.value;
  if (term.kind === 'checked') return values[term.field] === true;
  return sumOf(spec, term.field, values) > term.value;
}

export function sumOf(spec: FormSpec, name: string, values: Row): number {
  const sum = spec.sums.find((one) => one.name === name);
  if (!sum) return Number(values[name] ?? 0);
  return sumOf(spec, sum.of[0], values) + sumOf(spec, sum.of[1], values);
}

/** How many fields of the form, its rows left out, are shown. */
export function shownCount(spec: FormSpec, values: Row): number {
  return spec.fields.filter(({ when }) => when.every((term) => holds(spec, term, values))).length;
}

/** Plants errors in fields that nothing depends on: missing, of the wrong form, too large, too late. */
function plant(spec: FormSpec, values: Row, rows: readonly Row[], errors: number): readonly string[] {
  const wrong: string[] = [];
  const inRows = rows.length === 0 ? 0 : Math.floor(errors / 3);
  const plain = spec.fields.filter(
    ({ name, kind }) => (kind === 'text' || kind === 'date') && name in values,
  );
  for (const field of spread(plain, errors - inRows)) {
    breakValue(field, values, wrong.length);
    wrong.push(field.name);
  }
  for (let index = 0; index < inRows; index += 1) {
    const row = rows[index * 31];
    if (!row) continue;
    row.code = 'falsch';
    if (index === 0) row.amount = numberRange.max + 1;
    wrong.push(`rows.${index * 31}.${index === 0 ? 'amount' : 'code'}`);
    if (index === 0) row.code = 'AB1234';
  }
  return wrong;
}

function spread<T>(all: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]).flatMap(
    (one) => (one === undefined ? [] : [one]),
  );
}

function breakValue({ name, kind }: SpecField, values: Row, turn: number): void {
  if (turn % 3 === 0) delete values[name];
  else values[name] = kind === 'date' ? `${Number(dateRange.to.slice(0, 4)) + 1}-01-01` : 'falsch';
}
