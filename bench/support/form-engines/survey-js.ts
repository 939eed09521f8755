import { Model } from 'survey-core';
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

/** SurveyJS with one model for all submissions, which is its faster way. */
export const surveyJs: FormEngine = {
  name: 'SurveyJS (survey-core, one model reused)',
  prepare: (spec) => {
    const text = JSON.stringify(surveyOf(spec));
    const model = new Model(JSON.parse(text));
    model.keepIncorrectValues = true;
    return {
      compile: () => void new Model(JSON.parse(text)),
      answersOf: (filled) => {
        const data = dataOf(filled);
        return () => errorsOf(model, data);
      },
    };
  },
};

function errorsOf(model: Model, data: object): readonly string[] {
  model.data = data;
  model.validate(true, false);
  return model
    .getAllQuestions(true, false, false)
    .flatMap((question) =>
      isGrid(question)
        ? question.visibleRows.flatMap(({ cells }, index) => wrongCells(cells, index))
        : question.errors.length > 0
          ? [question.name]
          : [],
    );
}

function wrongCells(cells: Grid['visibleRows'][number]['cells'], row: number): readonly string[] {
  return cells
    .filter(({ question }) => question.isVisible && question.errors.length > 0)
    .map(({ column }) => `rows.${row}.${column.name}`);
}

interface Grid {
  readonly visibleRows: readonly {
    readonly cells: readonly {
      readonly question: { readonly isVisible: boolean; readonly errors: readonly unknown[] };
      readonly column: { readonly name: string };
    }[];
  }[];
}

function isGrid(question: unknown): question is Grid {
  return typeof question === 'object' && question !== null && 'visibleRows' in question;
}

function dataOf({ values, rows }: Filled): object {
  const copied = { ...values };
  return rows.length === 0 ? copied : { ...copied, rows: rows.map((row) => ({ ...row })) };
}

function surveyOf(spec: FormSpec): object {
  const elements: object[] = spec.fields.map((field) => ({
    name: field.name,
    ...kindOf(field),
    ...conditionOf(field, ''),
  }));
  if (spec.rows)
    elements.push({
      type: 'matrixdynamic',
      name: 'rows',
      minRowCount: 0,
      maxRowCount: spec.rows.count,
      columns: spec.rows.fields.map((field) => columnOf(field)),
    });
  const calculatedValues = spec.sums.map(({ name, of }) => ({
    name,
    expression: of.map((part) => `iif({${part}} empty, 0, {${part}})`).join(' + '),
  }));
  return { elements, calculatedValues, clearInvisibleValues: 'none' };
}

function columnOf(field: SpecField): object {
  const { type, ...more } = kindOf(field);
  return { name: field.name, cellType: type, ...more, ...conditionOf(field, 'row.') };
}

function kindOf({ kind }: SpecField): { readonly type: string; readonly [setting: string]: unknown } {
  const isRequired = true;
  switch (kind) {
    case 'text':
      return { type: 'text', isRequired, validators: [{ type: 'regex', regex: `^${pattern}$` }] };
    case 'number':
      return { type: 'text', inputType: 'number', isRequired, ...numberRange };
    case 'date':
      return { type: 'text', inputType: 'date', isRequired, min: dateRange.from, max: dateRange.to };
    case 'check':
      return { type: 'boolean' };
    case 'select':
      return { type: 'dropdown', isRequired, choices: [...choices] };
  }
}

function conditionOf({ when }: SpecField, prefix: string): object {
  if (when.length === 0) return {};
  return { visibleIf: when.map((term) => termOf(term, prefix)).join(' and ') };
}

function termOf(term: SpecTerm, prefix: string): string {
  const value = `{${prefix}${term.field}}`;
  if (term.kind === 'equals') return `${value} = '${term.value}'`;
  return term.kind === 'checked' ? `${value} = true` : `${value} > ${term.value}`;
}
