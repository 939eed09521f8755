import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileForm } from './domain/compile/compile-form.ts';
import { evaluate } from './domain/evaluate/evaluate.ts';
import { missing } from './domain/evaluate/problems.ts';
import { contextOf, definitionOf, must } from './testing/build.ts';

const field = (index: number, prefix = '') => {
  const id = `f${index}`;
  const before =
    index > 0 ? { condition: `answered(${prefix}f${index - 1}) or ${prefix}f${index - 1} != 'x'` } : {};
  return {
    type: 'text',
    id,
    label: `Frage ${index}`,
    ...before,
    required: false,
    checks: [{ holds: `length(${prefix}${id}) > 0`, message: 'leer' }],
  };
};

/** 280 fields on 28 pages, and a group of 20 fields. */
const definition = definitionOf([
  ...Array.from({ length: 28 }, (_, page) => ({
    id: `seite-${page}`,
    title: `Seite ${page}`,
    ...(page > 0 ? { condition: `answered(f${page * 10 - 1})` } : {}),
    fields: Array.from({ length: 10 }, (__, index) => field(page * 10 + index)),
  })),
  {
    id: 'gruppe',
    title: 'Gruppe',
    fields: [
      {
        type: 'group',
        id: 'zeilen',
        label: 'Zeilen',
        item: 'Zeile',
        max: 200,
        fields: Array.from({ length: 20 }, (_, index) => field(index, 'row.')),
      },
    ],
  },
]);

const row = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`f${index}`, 'Antwort']));
const answers = {
  ...Object.fromEntries(Array.from({ length: 280 }, (_, index) => [`f${index}`, 'Antwort'])),
  zeilen: Array.from({ length: 200 }, (_, index) => ({ ...row, key: String(index + 1) })),
};

function median(run: () => void): number {
  const times = Array.from({ length: 41 }, () => {
    const before = performance.now();
    run();
    return performance.now() - before;
  });
  return times.toSorted((a, b) => a - b)[20] ?? 0;
}

describe('a form of 300 fields', () => {
  it('is compiled within 60 ms and evaluated with 200 rows within 15 ms', (test) => {
    const context = contextOf();
    const form = must(compileForm(definition));
    const evaluation = evaluate(form, answers, context);
    assert.deepEqual(missing(evaluation), []);
    assert.ok(evaluation.pages.every(({ reachable }) => reachable));
    const small = { ...answers, zeilen: [] };
    const figures = {
      compile: median(() => compileForm(definition)),
      evaluate: median(() => evaluate(form, answers, context)),
      withoutRows: median(() => evaluate(form, small, context)),
    };
    test.diagnostic(JSON.stringify(figures));
    assert.ok(figures.compile < 60, `compile took ${figures.compile} ms`);
    assert.ok(figures.evaluate < 15, `evaluate took ${figures.evaluate} ms`);
  });
});
