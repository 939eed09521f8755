import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contextOf, formOf, must, refused } from '../../testing/build.ts';
import type { Json } from '../json.ts';
import { answerDocument } from './answer-document.ts';
import { checkAnswers } from './check-answers.ts';
import { evaluate } from './evaluate.ts';
import { feeOf } from './fee.ts';
import { missing } from './problems.ts';
import { pruned } from './prune.ts';
import { readPage } from './read-page.ts';

const form = formOf([
  {
    id: 'a',
    title: 'A',
    fields: [
      { type: 'text', id: 'name', label: 'Name' },
      { type: 'multiline', id: 'notiz', label: 'Notiz', required: false },
      {
        type: 'group',
        id: 'zeilen',
        label: 'Zeilen',
        item: 'Zeile',
        min: 0,
        max: 5,
        fields: [{ type: 'text', id: 'wert', label: 'Wert' }],
      },
    ],
  },
]);
const context = contextOf();
const problemsOf = (answers: unknown) =>
  missing(evaluate(form, JSON.parse(JSON.stringify(answers)), context)).map(({ field, message }) => [
    field,
    message,
  ]);

describe('hostile answers', () => {
  it('of a megabyte are too long, in clear words', () => {
    assert.deepEqual(problemsOf({ name: 'x'.repeat(1_000_000) }), [
      ['name', 'Bitte kürzen Sie die Angabe auf höchstens 200 Zeichen.'],
    ]);
  });

  it('with NUL and other control characters are refused, line breaks in several lines are not', () => {
    assert.match(problemsOf({ name: 'a\u0000b' })[0]?.[1] ?? '', /Steuerzeichen/);
    assert.match(problemsOf({ name: 'a\u009bb' })[0]?.[1] ?? '', /Steuerzeichen/);
    assert.match(problemsOf({ name: 'a\nb' })[0]?.[1] ?? '', /Steuerzeichen/);
    assert.deepEqual(problemsOf({ name: 'a', notiz: 'a\n\tb' }), []);
  });

  it('under names that every object inherits are nobody’s', () => {
    const answers = JSON.parse(
      '{"__proto__": {"name": "x"}, "constructor": "x", "toString": "x", "name": "Erika"}',
    );
    assert.deepEqual(pruned(evaluate(form, answers, context)), { name: 'Erika' });
    assert.equal(({} as Record<string, unknown>).name, undefined);
  });

  it('of the wrong kind are asked for again', () => {
    for (const name of [5, true, {}, [1], [['x']]]) assert.equal(problemsOf({ name })[0]?.[0], 'name');
    assert.match(problemsOf({ name: 'a', zeilen: 'x' })[0]?.[1] ?? '', /neu ein/);
    assert.deepEqual(
      problemsOf({ name: 'a', zeilen: [null, 5, 'x'] }).map(([field]) => field),
      ['zeilen.0.wert', 'zeilen.1.wert', 'zeilen.2.wert'],
    );
  });

  it('with 10,000 rows are refused, and evaluated no further than the group goes', () => {
    const zeilen: Json = Array.from({ length: 10_000 }, () => ({ wert: 'x' }));
    assert.deepEqual(problemsOf({ name: 'a', zeilen }), [
      ['zeilen', 'Hier sind höchstens 5 Einträge „Zeile“ möglich.'],
    ]);
    assert.equal(refused(checkAnswers({ zeilen })).code, 'FORM_ANSWERS_INVALID');
    const sent = new URLSearchParams({ 'zeilen.n': '10000' });
    const refusal = refused(readPage(form, {}, context, 'a', sent));
    assert.deepEqual([refusal.kind, refusal.code], ['too-large', 'FORM_TOO_MANY_ROWS']);
  });

  it('from outside must be an object of bounded depth and width', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    for (const json of [
      null,
      5,
      [],
      'x',
      { a: deep },
      { a: Number.NaN },
      { a: () => 1 },
      Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`a${index}`, 1])),
    ]) {
      assert.equal(refused(checkAnswers(json)).code, 'FORM_ANSWERS_INVALID');
    }
    assert.deepEqual(must(checkAnswers({ name: 'x', zeilen: [{ key: '1', wert: 'y' }] })), {
      name: 'x',
      zeilen: [{ key: '1', wert: 'y' }],
    });
  });

  it('never become part of a label or a page’s markup as anything but text', () => {
    const document = answerDocument(evaluate(form, { name: '<script>{param.x}</script>' }, context));
    assert.equal(document.sections[0]?.rows[0]?.answer, '<script>{param.x}</script>');
    assert.deepEqual(feeOf(evaluate(form, {}, context)).lines, []);
  });

  it('on pages that do not exist are refused', () => {
    assert.equal(
      refused(readPage(form, {}, context, '__proto__', new URLSearchParams())).code,
      'FORM_PAGE_UNKNOWN',
    );
  });
});
