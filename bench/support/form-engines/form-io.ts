import {
  calculateProcessInfo,
  conditionProcessInfo,
  type Processors,
  processSync,
  validateProcessInfo,
} from '@formio/core';
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

/** form.io with its rules in JSON Logic, the faster of its two ways to write them. */
export const formIo: FormEngine = {
  name: 'form.io (@formio/core, JSON Logic)',
  prepare: (spec) => {
    const text = JSON.stringify({ components: componentsOf(spec) });
    const form = JSON.parse(text);
    return {
      compile: () => void JSON.parse(text),
      answersOf: (filled) => {
        const data = dataOf(filled);
        return () => errorsOf(form, data);
      },
    };
  },
};

const processors: typeof Processors = [calculateProcessInfo, conditionProcessInfo, validateProcessInfo];

interface Scope {
  readonly errors: { readonly context?: { readonly path?: string } }[];
}

function errorsOf(form: { readonly components: [] }, data: Data): readonly string[] {
  const scope: Scope = { errors: [] };
  const server = { config: { server: true }, instances: {} };
  processSync<Scope>({
    ...server,
    form,
    submission: { data },
    data,
    scope,
    processors,
    components: form.components,
  });
  return scope.errors.map(({ context }) => (context?.path ?? '').replace(/\[(\d+)\]/g, '.$1'));
}

type Data = Parameters<typeof processSync>[0]['data'];

function dataOf({ values, rows }: Filled): Data {
  const copied = { ...values };
  return rows.length === 0 ? copied : { ...copied, rows: rows.map((row) => ({ ...row })) };
}

function componentsOf(spec: FormSpec): readonly object[] {
  const first = spec.fields.filter(({ when }) => when.length === 0);
  const then = spec.fields.filter(({ when }) => when.length > 0);
  const sums = spec.sums.map(({ name, of }) => ({
    ...{ type: 'number', key: name, input: true, calculateServer: true, allowCalculateOverride: false },
    calculateValue: { '+': of.map((part) => ({ var: [`data.${part}`, 0] })) },
  }));
  const fields = [...first, ...then].map((field) => componentOf(field, 'data'));
  const flat = [...fields.slice(0, first.length), ...sums, ...fields.slice(first.length)];
  if (!spec.rows) return flat;
  const components = spec.rows.fields.map((field) => componentOf(field, 'row'));
  return [...flat, { type: 'editgrid', key: 'rows', input: true, components }];
}

function componentOf({ name, kind, when }: SpecField, from: 'data' | 'row'): object {
  const conditional =
    when.length > 0 ? { conditional: { json: { and: when.map((term) => termOf(term, from)) } } } : {};
  const required = { required: kind !== 'check' };
  return { key: name, input: true, label: name, ...conditional, ...kindOf(kind, required) };
}

function kindOf(kind: SpecField['kind'], required: object): object {
  const { from, to } = dateRange;
  switch (kind) {
    case 'text':
      return { type: 'textfield', validate: { ...required, pattern } };
    case 'number':
      return { type: 'number', validate: { ...required, ...numberRange } };
    case 'date':
      return {
        type: 'textfield',
        validate: {
          ...required,
          json: { and: [{ '>=': [{ var: 'input' }, from] }, { '<=': [{ var: 'input' }, to] }] },
        },
      };
    case 'check':
      return { type: 'checkbox', validate: required };
    case 'select':
      return {
        type: 'select',
        dataSrc: 'values',
        data: { values: choices.map((value) => ({ value, label: value })) },
        validate: { ...required, onlyAvailableItems: true },
      };
  }
}

function termOf(term: SpecTerm, from: string): object {
  const value = { var: `${from}.${term.field}` };
  if (term.kind === 'equals') return { '===': [value, term.value] };
  return term.kind === 'checked' ? { '===': [value, true] } : { '>': [value, term.value] };
}
