import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contextOf, formOf, must } from '../../testing/build.ts';
import { renderPage } from '../../web/render-page.ts';
import { answerDocument } from './answer-document.ts';
import { changesBetween } from './changes-between.ts';
import { emailOf } from './email-of.ts';
import { evaluate } from './evaluate.ts';
import type { Answers } from './evaluation.ts';
import { isSubmittable, reachablePages } from './navigation.ts';
import { pageModel } from './page-model.ts';
import { partOfForm, withoutUnasked } from './part-of-form.ts';
import { missing } from './problems.ts';
import { readPage } from './read-page.ts';

const form = formOf([
  {
    id: 'person',
    title: 'Person',
    fields: [
      { type: 'text', id: 'name', label: 'Name' },
      { type: 'email', id: 'mail', label: 'E-Mail', required: false },
    ],
  },
  {
    id: 'tiere',
    title: 'Tiere',
    fields: [
      {
        type: 'group',
        id: 'hunde',
        label: 'Hunde',
        item: 'Hund',
        min: 1,
        max: 3,
        fields: [
          { type: 'text', id: 'rasse', label: 'Rasse' },
          { type: 'text', id: 'chip', label: 'Chip' },
        ],
      },
    ],
  },
  {
    id: 'art',
    title: 'Art',
    fields: [
      { type: 'yesno', id: 'gross', label: 'Groß?' },
      { type: 'text', id: 'schein', label: 'Schein', condition: 'gross' },
    ],
  },
]);
const answers: Answers = {
  name: 'Ada',
  mail: 'ada@example.org',
  hunde: [
    { key: '1', rasse: 'Pudel', chip: 'A' },
    { key: '4', rasse: 'Dackel', chip: 'B' },
  ],
  gross: false,
};
const before = evaluate(form, answers, contextOf());
const partOf = (given: Answers, asked: readonly string[]) =>
  partOfForm(evaluate(form, given, contextOf()), before, new Set(asked));

test('a part asks for the picked fields alone, on their own pages, with the rules of the whole form', () => {
  const part = partOf({ ...answers, name: '' }, ['name']);
  assert.deepEqual(reachablePages(part), ['person']);
  assert.deepEqual(
    must(pageModel(part, 'person')).fields.map((field) => ('name' in field ? field.name : '')),
    ['name'],
  );
  assert.equal(isSubmittable(part), false);
  assert.deepEqual(
    missing(part).map(({ field }) => field),
    ['name'],
  );
  assert.equal(pageModel(part, 'art').ok, false);
});

test('one answer in one row can be asked for; the row keeps its number, and rows come and go only where all are asked', () => {
  const part = partOf(answers, ['hunde.#4.chip']);
  const html = String(
    renderPage(must(pageModel(part, 'tiere')), { action: '/', csrfToken: 'x', backHref: null }),
  );
  assert.match(html, /name="hunde\.1\.chip"/);
  assert.doesNotMatch(html, /name="hunde\.0\.chip"|name="hunde\.1\.rasse"|value="add:hunde"|remove:hunde/);
  assert.match(html, /Hund 2/);
  assert.doesNotMatch(html, /Hund 1</);
  const sent = new URLSearchParams({
    _fields: 'hunde.1.chip',
    'hunde.n': '2',
    'hunde.0.key': '1',
    'hunde.1.key': '4',
    'hunde.1.chip': 'C',
  });
  const read = must(readPage(form, answers, contextOf(), 'tiere', sent));
  const after = withoutUnasked(before, read.answers, new Set(['hunde.#4.chip']));
  assert.deepEqual(after, {
    ...answers,
    hunde: [
      { key: '1', rasse: 'Pudel', chip: 'A' },
      { key: '4', rasse: 'Dackel', chip: 'C' },
    ],
  });
  const whole = String(
    renderPage(must(pageModel(partOf(answers, ['hunde']), 'tiere')), {
      action: '/',
      csrfToken: 'x',
      backHref: null,
    }),
  );
  assert.match(whole, /value="add:hunde"/);
});

test('a field that a new answer brings to light is asked for too; one that was not asked for cannot be changed', () => {
  const asked = ['gross'];
  assert.deepEqual(
    missing(partOf({ ...answers, gross: true }, asked)).map(({ field }) => field),
    ['schein'],
  );
  const sent = { ...answers, name: 'Eve', gross: true, schein: 'S-1', hunde: [] };
  assert.deepEqual(withoutUnasked(before, sent, new Set(asked)), { ...answers, gross: true, schein: 'S-1' });
});

test('what changed stands beside what it was, by place; new and removed rows too', () => {
  const after = evaluate(
    form,
    {
      ...answers,
      name: 'Ida',
      hunde: [
        { key: '4', rasse: 'Dackel', chip: 'B' },
        { key: '5', rasse: 'Boxer', chip: 'D' },
      ],
    },
    contextOf(),
  );
  assert.deepEqual(
    changesBetween(before, after).map(({ place, before: was, after: is }) => [place, was, is]),
    [
      ['name', 'Ada', 'Ida'],
      ['hunde.#5.rasse', null, 'Boxer'],
      ['hunde.#5.chip', null, 'D'],
      ['hunde.#1.rasse', 'Pudel', null],
      ['hunde.#1.chip', 'A', null],
    ],
  );
  assert.deepEqual(changesBetween(before, before), []);
});

test('an answer that was handed in later says so, with the day', () => {
  const origin = { kind: 'later', on: '2026-12-05', edited: false } as const;
  const [section] = answerDocument(evaluate(form, answers, contextOf(), { name: origin })).sections;
  assert.equal(section?.rows[0]?.origin, 'nachgereicht am 05.12.2026');
});

test('the address for notices is the first e-mail address that was answered', () => {
  assert.equal(emailOf(before), 'ada@example.org');
  assert.equal(emailOf(evaluate(form, { name: 'Ada', mail: 'kein' }, contextOf())), null);
});

test('whatever is sent, what was answered and not asked for stays as it was', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('name', 'mail', 'hunde', 'gross', 'schein'), fc.jsonValue()),
      (sent) => {
        const given: Answers = JSON.parse(JSON.stringify(sent));
        const after = withoutUnasked(before, given, new Set(['gross']));
        assert.deepEqual({ ...after, gross: false, schein: undefined }, { ...answers, schein: undefined });
      },
    ),
  );
});
