import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { soon } from '../../../../kernel/testing/soon.ts';
import { contextOf, definitionOf, formOf, must, refused } from '../../testing/build.ts';
import { walkForward } from '../../testing/walk.ts';
import { compileForm } from '../compile/compile-form.ts';
import type { Json } from '../json.ts';
import { answerDocument } from './answer-document.ts';
import { evaluate } from './evaluate.ts';
import type { Answers } from './evaluation.ts';
import { feeOf } from './fee.ts';
import { leavesOf } from './field-model.ts';
import { pageModel } from './page-model.ts';
import { missing } from './problems.ts';
import { pruned } from './prune.ts';
import { readPage } from './read-page.ts';

const context = contextOf();
const text = (id: string, more: object = {}) => ({ type: 'text', id, label: id, ...more });

const kennel = formOf(
  [
    {
      id: 'hunde',
      title: 'Hunde',
      fields: [
        { type: 'yesno', id: 'zucht', label: 'Züchten Sie?' },
        {
          type: 'section',
          id: 'zuchtAngaben',
          label: 'Ihre Zucht',
          condition: 'zucht',
          fields: [
            text('zuchtname'),
            {
              type: 'section',
              id: 'verein',
              label: 'Verein',
              fields: [text('vereinsname', { required: false })],
            },
          ],
        },
        {
          type: 'group',
          id: 'hunde',
          label: 'Hunde',
          item: 'Hund',
          max: 3,
          fields: [
            text('name'),
            {
              type: 'group',
              id: 'impfungen',
              label: 'Impfungen',
              item: 'Impfung',
              min: 0,
              max: 4,
              fields: [
                text('gegen', { condition: "outer.name != 'Ungeimpft'" }),
                {
                  type: 'calculated',
                  id: 'was',
                  label: 'Was',
                  show: true,
                  value: "concat(outer.name, ': ', row.gegen)",
                },
              ],
            },
            {
              type: 'calculated',
              id: 'zahl',
              label: 'Impfungen',
              show: true,
              value: 'count(row.impfungen, answered(row.gegen))',
            },
          ],
        },
        {
          type: 'table',
          id: 'kosten',
          label: 'Kosten',
          rows: [
            { value: 'futter', label: 'Futter' },
            { value: 'arzt', label: 'Tierarzt' },
          ],
          columns: [{ type: 'money', id: 'betrag', label: 'Betrag' }],
        },
        { type: 'calculated', id: 'summe', label: 'Summe', show: true, value: 'sum(kosten, row.betrag)' },
      ],
    },
  ],
  {},
  { lines: [{ id: 'hund', label: 'Je Hund', forEach: 'hunde', amount: '5.00 EUR' }] },
);

const answers: Answers = {
  zucht: false,
  zuchtname: 'vom Wald',
  hunde: [
    { key: '1', name: 'Rex', impfungen: [{ key: '1', gegen: 'Tollwut' }, { key: '2' }] },
    { key: '4', name: 'Bella', impfungen: [] },
  ],
  kosten: [
    { key: '1', betrag: 1050 },
    { key: '2', betrag: 250 },
  ],
};

describe('sections', () => {
  it('hide all their parts with one condition, and keep their answers for later', () => {
    const evaluation = evaluate(kennel, answers, context);
    assert.ok(!('zuchtname' in pruned(evaluation)));
    const shown = evaluate(kennel, { ...answers, zucht: true }, context);
    assert.equal(pruned(shown).zuchtname, 'vom Wald');
    const titles = answerDocument(shown).sections[0]?.parts.map(({ title }) => title) ?? [];
    assert.deepEqual(titles.slice(0, 2), ['Ihre Zucht', 'Verein']);
  });

  it('nest in the page as in the definition', () => {
    const model = must(pageModel(evaluate(kennel, { ...answers, zucht: true }, context), 'hunde'));
    const section = model.fields.find(({ kind }) => kind === 'section');
    assert.ok(section?.kind === 'section');
    assert.deepEqual(
      section.fields.map(({ kind, name }) => [kind, name]),
      [
        ['input', 'zuchtname'],
        ['section', 'verein'],
      ],
    );
    assert.ok(leavesOf(model.fields).some(({ name }) => name === 'vereinsname'));
  });
});

describe('groups inside groups', () => {
  it('name missing answers by row and row', () => {
    const problems = missing(evaluate(kennel, answers, context)).map(({ field }) => field);
    assert.deepEqual(problems, ['hunde.0.impfungen.1.gegen']);
  });

  it('see the row around them, count their rows, and read well in the document', () => {
    const [section] = answerDocument(evaluate(kennel, answers, context)).sections;
    const parts = Object.fromEntries(
      (section?.parts ?? []).map(({ title, rows }) => [title, rows.map(({ answer }) => answer)]),
    );
    assert.deepEqual(parts['Hund 1'], ['Rex', '1']);
    assert.deepEqual(parts['Hund 1, Impfung 1'], ['Tollwut', 'Rex: Tollwut']);
    assert.deepEqual(parts['Hund 2'], ['Bella', '0']);
    assert.deepEqual(section?.rows.at(-1)?.answer, '13,00 €');
    assert.deepEqual(parts['Kosten: Futter'], ['10,50 €']);
    assert.equal(feeOf(evaluate(kennel, answers, context)).cents, 1000);
  });

  it('prune what the row around them hides', () => {
    const hidden = {
      ...answers,
      hunde: [{ key: '1', name: 'Ungeimpft', impfungen: [{ key: '1', gegen: 'x' }] }],
    };
    assert.deepEqual(pruned(evaluate(kennel, hidden, context)).hunde, [
      { key: '1', name: 'Ungeimpft', impfungen: [{ key: '1' }] },
    ]);
  });

  it('are added, filled in and removed by a page that is sent, and keys stay with their rows', () => {
    const page = (form: Record<string, string>, before: Answers = answers) =>
      must(readPage(kennel, before, context, 'hunde', new URLSearchParams(form)));
    const rows = {
      'hunde.n': '2',
      'hunde.0.key': '1',
      'hunde.0.name': 'Rex',
      'hunde.0.impfungen.n': '2',
      'hunde.0.impfungen.0.key': '1',
      'hunde.0.impfungen.0.gegen': 'Tollwut',
      'hunde.0.impfungen.1.key': '2',
      'hunde.0.impfungen.1.gegen': 'Staupe',
      'hunde.1.key': '4',
      'hunde.1.name': 'Bella',
      'hunde.1.impfungen.n': '0',
      'kosten.n': '2',
    };
    const added = page({ ...rows, _action: 'add:hunde.1.impfungen' });
    assert.equal(added.focus, 'hunde.1.impfungen.0');
    const hunde: readonly Json[] = Array.isArray(added.answers.hunde) ? added.answers.hunde : [];
    assert.deepEqual(hunde[1], { key: '4', name: 'Bella', impfungen: [{ key: '1' }] });
    const removed = page({ ...rows, _action: 'remove:hunde.0.impfungen:0' });
    assert.deepEqual(Array.isArray(removed.answers.hunde) ? removed.answers.hunde[0] : null, {
      key: '1',
      name: 'Rex',
      impfungen: [{ key: '2', gegen: 'Staupe' }],
    });
    const many = readPage(
      kennel,
      {},
      context,
      'hunde',
      new URLSearchParams({ 'hunde.n': '1', 'hunde.0.impfungen.n': '10000' }),
    );
    assert.equal(refused(many).code, 'FORM_TOO_MANY_ROWS');
  });

  it('cannot be nested without end, nor multiply beyond what the form takes', () => {
    const nest = (depth: number): object => ({
      ...{ type: 'group', id: `g${depth}`, label: 'G', item: 'G', max: 500, min: 0 },
      fields: depth === 0 ? [text('a')] : [nest(depth - 1)],
    });
    assert.match(
      refused(compileForm(definitionOf([{ id: 'a', title: 'A', fields: [nest(3)] }]))).message,
      /höchstens 3 ineinander/,
    );
    const form = formOf([{ id: 'a', title: 'A', fields: [nest(2)] }]);
    const rows = (inner: Json, count: number): Json => Array.from({ length: count }, () => inner);
    const all = { g2: rows({ g1: rows({ g0: rows({ a: 'x' }, 50) }, 50) }, 50) };
    const problems = soon(() => missing(evaluate(form, all, context)));
    assert.ok(problems.some(({ message }) => message.includes('mehr Einträge, als dieses Formular annimmt')));
  });
});

describe('code lists', () => {
  const entries = [
    { value: '000', label: 'Deutschland' },
    { value: '151', label: 'Österreich' },
    { value: '158', label: 'Schweiz' },
  ];
  const withList = (options: object) =>
    definitionSchemaParse({ codeLists: { staaten: { title: 'Staaten', entries } } }, [
      { type: 'choice', id: 'staat', label: 'Staat', display: 'search', options },
    ]);
  const definitionSchemaParse = (more: object, fields: unknown) => ({
    ...definitionOf([{ id: 'a', title: 'A', fields }]),
    ...more,
  });

  it('are shared by fields, narrowed by a condition, and searched by typing a label', () => {
    const form = must(compileForm(withList({ list: 'staaten', condition: "entry.value != '000'" })));
    const read = (typed: string) =>
      must(readPage(form, {}, context, 'a', new URLSearchParams({ staat: typed })));
    assert.equal(read('OESTERREICH').answers.staat, '151');
    assert.match(read('schw').problems[0]?.message ?? '', /Ähnlich sind: „Schweiz“/);
    assert.equal(read('Deutschland').problems.length, 1);
  });

  it('that there are not, or that name a value twice, are refused with the place', () => {
    assert.equal(
      refused(compileForm(withList({ list: 'laender' }))).fields?.[0]?.field,
      'pages[0].fields[0].options.list',
    );
    const twice = {
      ...withList({ list: 'staaten' }),
      codeLists: { staaten: { title: 'S', entries: [...entries, ...entries.slice(0, 1)] } },
    };
    assert.equal(refused(compileForm(twice)).fields?.[0]?.field, 'codeLists.staaten.entries[3].value');
  });

  it('are what can be searched; a table of the Kommune cannot', () => {
    const options = { from: 'zonen', value: 'zone', label: '{entry.zone}' };
    const columns = { zone: { type: 'text' as const, label: 'Zone' } };
    const parameters = {
      zonen: { type: 'table' as const, label: 'Zonen', filledBy: 'kommune' as const, columns },
    };
    const refusal = refused(compileForm(withList(options), parameters));
    assert.equal(refusal.fields?.[0]?.field, 'pages[0].fields[0].display');
  });

  it('of 10,000 entries compile and answer soon', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      value: String(index),
      label: `Eintrag ${index}`,
    }));
    const definition = {
      ...withList({ list: 'staaten' }),
      codeLists: { staaten: { title: 'S', entries: many } },
    };
    const form = soon(() => must(compileForm(definition)));
    assert.deepEqual(
      soon(() => missing(evaluate(form, { staat: '9999' }, context))),
      [],
    );
  });
});

describe('rules of a template', () => {
  const definition = (rules: readonly object[]) => ({
    ...definitionOf([{ id: 'a', title: 'A', fields: [text('von'), text('bis')] }]),
    rules: rules.map((rule, index) => ({
      id: `r${index}`,
      text: 'Regel {1}',
      state: 'done' as const,
      ...rule,
    })),
  });

  it('are checked at their field once they are machine rules, and say so in their words', () => {
    const form = must(compileForm(definition([{ field: 'bis', holds: 'von != bis' }])));
    assert.deepEqual(
      missing(evaluate(form, { von: 'a', bis: 'a' }, context)).map(({ message }) => message),
      ['Regel {1}'],
    );
  });

  it('need a field that there is, and a check before they are done', () => {
    const placesOf = (rule: object) =>
      refused(compileForm(definition([rule]))).fields?.map(({ field }) => field);
    assert.deepEqual(placesOf({ field: 'nirgends' }), ['rules[0].field', 'rules[0].holds']);
    assert.deepEqual(placesOf({ holds: 'true' }), ['rules[0].field']);
    assert.deepEqual(placesOf({ state: 'in-condition', field: 'bis', holds: 'von != bis' }), [
      'rules[0].state',
    ]);
    assert.ok(
      compileForm(definition([{ state: 'open' }, { state: 'in-condition' }, { state: 'waived' }])).ok,
    );
  });
});

describe('one question to a page', () => {
  const page = {
    id: 'person',
    title: 'Person',
    questions: 'one-by-one',
    fields: [
      { type: 'info', id: 'vorab', label: 'Vorab' },
      { type: 'yesno', id: 'allein', label: 'Allein?' },
      text('partner', { condition: 'not allein' }),
      { type: 'section', id: 'kontakt', label: 'Kontakt', fields: [text('mail'), text('telefon')] },
      { type: 'info', id: 'danach', label: 'Danach' },
    ],
  };
  const form = formOf([page]);

  it('leads through the questions, leaves out hidden ones, and keeps sections and texts together', () => {
    assert.deepEqual(walkForward(form, { allein: true }, context), ['person', 'person-3', 'summary']);
    assert.deepEqual(walkForward(form, { allein: false }, context), [
      'person',
      'person-2',
      'person-3',
      'summary',
    ]);
    const last = must(pageModel(evaluate(form, { allein: true }, context), 'person-3'));
    assert.deepEqual(
      last.fields.map(({ name }) => name),
      ['kontakt', 'danach'],
    );
  });

  it('cannot take the name of another page', () => {
    const clash = definitionOf([page, { id: 'person-2', title: 'P', fields: [] }]);
    assert.match(refused(compileForm(clash)).message, /„person-2“ gibt es schon/);
  });
});
