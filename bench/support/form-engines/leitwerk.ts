import { compileForm, evaluate, missing, parseDefinition } from '#forms';
import { localDate } from '#kernel';
import type { Filled } from './data.ts';
import type { FormEngine } from './engine.ts';
import {
  choices,
  dateRange,
  type FormSpec,
  numberRange,
  pattern,
  type SpecField,
  type SpecTerm,
} from './spec.ts';

const context = { parameters: { single: {}, tables: {} }, today: localDate('2026-11-21') };

export const leitwerk: FormEngine = {
  name: 'Leitwerk',
  prepare: (spec) => {
    const text = JSON.stringify(definitionOf(spec));
    const compiled = () => {
      const definition = parseDefinition(text);
      if (!definition.ok) throw new Error(definition.refusal.message);
      const form = compileForm(definition.value);
      if (!form.ok) throw new Error(form.refusal.message);
      return form.value;
    };
    const form = compiled();
    return {
      compile: () => void compiled(),
      answersOf: (filled) => {
        const answers = answersOf(filled);
        return () => missing(evaluate(form, answers, context)).map(({ field }) => field);
      },
    };
  },
};

function answersOf({ values, rows }: Filled) {
  return rows.length === 0
    ? { ...values }
    : { ...values, rows: rows.map((row, index) => ({ ...row, key: String(index + 1) })) };
}

function definitionOf(spec: FormSpec): object {
  const sums = spec.sums.map(({ name, of }) => ({
    type: 'calculated',
    id: name,
    label: name,
    value: of.map((part) => `default(${part}, 0)`).join(' + '),
  }));
  // Sums need the numbers of the first twenty fields, and conditions after them need the sums.
  const first = spec.fields.filter(({ when }) => when.length === 0);
  const then = spec.fields.filter(({ when }) => when.length > 0);
  const pages = [
    { id: 'a', title: 'A', fields: [...first.map((field) => fieldOf(field, '')), ...sums] },
    { id: 'b', title: 'B', fields: then.map((field) => fieldOf(field, '')) },
  ];
  const rows = spec.rows && {
    id: 'c',
    title: 'C',
    fields: [
      {
        ...{ type: 'group', id: 'rows', label: 'Zeilen', item: 'Zeile', min: 0, max: spec.rows.count },
        fields: spec.rows.fields.map((field) => fieldOf(field, 'row.')),
      },
    ],
  };
  return {
    format: 'leitwerk/formular@1',
    ...{ id: 'bench', version: 1, title: 'Bench' },
    pages: rows ? [...pages, rows] : pages,
  };
}

function fieldOf({ name, kind, when }: SpecField, prefix: string): object {
  const condition =
    when.length > 0 ? { condition: when.map((term) => termOf(term, prefix)).join(' and ') } : {};
  return { id: name, label: `Feld ${name}`, ...condition, ...kindOf(kind) };
}

function kindOf(kind: SpecField['kind']): object {
  if (kind === 'text') return { type: 'text', pattern };
  if (kind === 'number') return { type: 'number', ...numberRange };
  if (kind === 'date') return { type: 'date', ...dateRange };
  if (kind === 'check') return { type: 'yesno', required: false };
  return { type: 'choice', options: choices.map((value) => ({ value, label: value })) };
}

function termOf(term: SpecTerm, prefix: string): string {
  if (term.kind === 'equals') return `${prefix}${term.field} = '${term.value}'`;
  return term.kind === 'checked' ? `${prefix}${term.field}` : `${prefix}${term.field} > ${term.value}`;
}
