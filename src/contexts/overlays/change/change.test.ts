import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileForm, evaluate } from '#forms';
import { localDate } from '#kernel';
import { arbitraryAnswers, arbitraryDefinition } from '../../forms/testing/arbitrary-form.ts';
import { contextOf, definitionOf, must } from '../../forms/testing/build.ts';
import type { ChangeClass } from './change.ts';
import { compareDefinitions } from './compare-definitions.ts';
import { invertRules, migrateAnswers } from './migrate-answers.ts';
import { decideMove, dryRun, stepsBetween, uncovered } from './plan-transition.ts';
import type { MappingRule, Transition } from './transition-schema.ts';

const text = (id: string, more: object = {}) => ({ type: 'text', id, label: `Frage ${id}`, ...more });
const choice = (id: string, values: readonly string[]) => ({
  type: 'choice',
  id,
  label: id,
  options: values.map((value) => ({ value, label: value })),
});
const form = (...fields: readonly unknown[]) => definitionOf([{ id: 'a', title: 'A', fields }]);
const number = (more: object) => ({ type: 'number', id: 'zahl', label: 'Zahl', ...more });
const declaration = (label: string) => ({ type: 'declaration', id: 'ok', label });
const group = (...fields: readonly unknown[]) => ({
  type: 'group',
  id: 'hunde',
  label: 'Hunde',
  item: 'Hund',
  fields,
});

describe('A change of a definition', () => {
  const cases: readonly (readonly [
    string,
    ReturnType<typeof form>,
    ReturnType<typeof form>,
    ChangeClass,
    string | null,
  ])[] = [
    ['a new question', form(text('a')), form(text('a'), text('b')), 'sicher', 'b'],
    ['another wording of a question', form(text('a')), form(text('a', { label: 'Neu' })), 'sicher', 'a'],
    ['a stricter bound', form(number({ max: 9 })), form(number({ max: 5 })), 'sicher', 'zahl'],
    [
      'a new condition',
      form(text('a'), text('b')),
      form(text('a'), text('b', { condition: 'answered(a)' })),
      'sicher',
      'b',
    ],
    ['one more option', form(choice('art', ['x'])), form(choice('art', ['x', 'y'])), 'sicher', 'art'],
    ['a text that may be longer', form(text('a')), form({ ...text('a'), type: 'multiline' }), 'sicher', 'a'],
    ['a question less', form(text('a'), text('b')), form(text('a')), 'zuordnung', 'b'],
    ['an option less', form(choice('art', ['x', 'y'])), form(choice('art', ['x'])), 'zuordnung', 'art'],
    ['another unit', form(number({ unit: 'cm' })), form(number({ unit: 'm' })), 'zuordnung', 'zahl'],
    ['a number instead of a text', form(text('zahl')), form(number({})), 'zuordnung', 'zahl'],
    [
      'another wording of a declaration',
      form(declaration('Alt')),
      form(declaration('Neu')),
      'zuordnung',
      'ok',
    ],
    ['fewer rows', form(group(text('a'))), form({ ...group(text('a')), max: 3 }), 'zuordnung', 'hunde'],
    [
      'a question less in a row',
      form(group(text('a'), text('b'))),
      form(group(text('a'))),
      'zuordnung',
      'hunde.b',
    ],
    [
      'a file instead of a text',
      form(text('a')),
      form({ type: 'file', id: 'a', label: 'A', types: ['pdf'] }),
      'bruch',
      'a',
    ],
    ['a group instead of a question', form(text('hunde')), form(group(text('a'))), 'bruch', 'hunde'],
  ];
  for (const [what, before, after, wanted, field] of cases) {
    it(`is „${wanted}“: ${what}`, () => {
      const changes = compareDefinitions(before, after);
      assert.ok(
        changes.some((change) => change.class === wanted && change.field === field),
        JSON.stringify(changes),
      );
      if (wanted === 'sicher') assert.ok(changes.every((change) => change.class === 'sicher'));
    });
  }

  it('is none where nothing changed', () => {
    fc.assert(
      fc.property(arbitraryDefinition, (definition) =>
        assert.deepEqual(compareDefinitions(definition, structuredClone(definition)), []),
      ),
      { numRuns: 50 },
    );
  });

  it('suggests the new name of a question that was renamed', () => {
    const [change] = compareDefinitions(form(text('strasse')), form(text('weg', { label: 'Frage strasse' })));
    assert.deepEqual(change?.suggestion, { do: 'rename', from: 'strasse', to: 'weg' });
  });
});

describe('Answers of an older version', () => {
  it('move under their new names, in rows too', () => {
    const rules: readonly MappingRule[] = [
      { do: 'rename', from: 'alt', to: 'neu' },
      { do: 'rename', from: 'hunde.chip', to: 'tiere.chipnummer' },
      { do: 'values', field: 'art', map: { klein: 'bis40' } },
      { do: 'scale', field: 'hoehe', times: 1, by: 100 },
      { do: 'convert', field: 'zahl', to: 'number' },
      { do: 'convert', field: 'farben', to: 'list' },
      { do: 'ask-again', field: 'ok' },
    ];
    const answers = {
      alt: 'A',
      hunde: [{ key: '1', chip: '276' }, { key: '2' }],
      art: 'klein',
      hoehe: 45,
      zahl: '7,5',
      farben: 'rot',
      ok: true,
      bleibt: 'so',
    };
    assert.deepEqual(migrateAnswers(rules, answers), {
      neu: 'A',
      tiere: [{ key: '1', chipnummer: '276' }, { key: '2' }],
      art: 'bis40',
      hoehe: 0.45,
      zahl: 7.5,
      farben: ['rot'],
      bleibt: 'so',
    });
  });

  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const rule: fc.Arbitrary<MappingRule> = fc.oneof(
    fc.record({ do: fc.constant('rename' as const), from: id, to: id }),
    fc.record({ do: fc.constant('rename' as const), from: fc.constant('g.a'), to: fc.constant('g.z') }),
    fc.record({ do: fc.constant('drop' as const), field: id }),
    fc.record({ do: fc.constant('values' as const), field: id, map: fc.constant({ rot: 'blau' }) }),
    fc.record({
      do: fc.constant('convert' as const),
      field: id,
      to: fc.constantFrom('text' as const, 'number' as const, 'list' as const, 'single' as const),
    }),
    fc.record({
      do: fc.constant('scale' as const),
      field: id,
      times: fc.integer({ min: 1, max: 100 }),
      by: fc.integer({ min: 1, max: 100 }),
    }),
  );
  const answers = fc
    .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'g', 'x'), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 6 })
    .map((each) => JSON.parse(JSON.stringify(each)));

  it('never make the rules fail, and answers that no rule names stay', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), answers, (rules, given) => {
        const moved = migrateAnswers(rules, given);
        if (Object.hasOwn(given, 'x')) assert.deepEqual(moved.x, given.x);
        assert.doesNotThrow(() => JSON.stringify(moved));
      }),
    );
  });

  it('come back the way they went, where nothing is lost', () => {
    const there = fc
      .shuffledSubarray(['a', 'b', 'c', 'd'])
      .map((names): readonly MappingRule[] => [
        ...names.map((name): MappingRule => ({ do: 'rename', from: name, to: `neu${name}` })),
        ...names
          .slice(0, 1)
          .map((name): MappingRule => ({ do: 'values', field: `neu${name}`, map: { rot: 'rosso' } })),
      ]);
    const given = fc
      .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('rot', 'blau', 'text'))
      .map((each) => JSON.parse(JSON.stringify(each)));
    fc.assert(
      fc.property(there, given, (rules, before) => {
        const back = invertRules([...rules]);
        assert.ok(back);
        assert.deepEqual(migrateAnswers(back, migrateAnswers(rules, before)), before);
      }),
    );
    assert.equal(invertRules([{ do: 'drop', field: 'a' }]), null);
  });

  it('open in any other version: the form takes them without failing, forwards and backwards', () => {
    const pair = fc
      .tuple(arbitraryDefinition, arbitraryDefinition)
      .chain(([older, newer]) => fc.tuple(fc.constant(older), fc.constant(newer), arbitraryAnswers(older)));
    fc.assert(
      fc.property(pair, ([older, newer, given]) => {
        const suggested = compareDefinitions(older, newer).flatMap(({ suggestion }) => suggestion ?? []);
        const ways: readonly (readonly [typeof older, readonly MappingRule[]])[] = [
          [newer, suggested],
          [older, invertRules(suggested) ?? []],
        ];
        for (const [definition, rules] of ways) {
          const compiled = must(compileForm(definition));
          const evaluation = evaluate(compiled, migrateAnswers(rules, given), contextOf());
          assert.equal(evaluation.pages.length, compiled.pages.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('A transition', () => {
  const changes = compareDefinitions(form(text('a'), text('b'), text('c')), form(text('a'), text('neu')));
  const shape = (fields: readonly string[], version = 1) => ({ version, fields, rows: {}, page: 'a' });

  it('shows in numbers what it would do to the drafts there are', () => {
    const rules: readonly MappingRule[] = [{ do: 'rename', from: 'b', to: 'neu' }];
    assert.deepEqual(
      uncovered(changes, rules).map(({ field }) => field),
      ['c'],
    );
    const shapes = [
      shape(['a']),
      shape(['a', 'b']),
      shape(['a', 'b', 'c']),
      shape(['c']),
      shape(['b', 'c'], 2),
    ];
    assert.deepEqual(dryRun(changes, { from: 1, rules }, shapes), {
      drafts: 4,
      untouched: 1,
      mapped: 2,
      losing: 2,
      byRule: [2],
      byField: { c: 2 },
    });
  });

  it('leaves it to policy and applicant, until the law says otherwise', () => {
    const day = (text: string) => localDate(text);
    const step = (policy: Transition['policy'], cutoff?: string) =>
      cutoff === undefined ? { policy } : { policy, cutoff };
    assert.equal(decideMove([], day('2026-11-22'), null), 'stay');
    assert.equal(decideMove([step('pin')], day('2026-11-22'), 'new'), 'stay');
    assert.equal(decideMove([step('move')], day('2026-11-22'), 'old'), 'move');
    assert.equal(decideMove([step('ask')], day('2026-11-22'), null), 'ask');
    assert.equal(decideMove([step('ask')], day('2026-11-22'), 'old'), 'stay');
    assert.equal(decideMove([step('ask')], day('2026-11-22'), 'new'), 'move');
    assert.equal(decideMove([step('move'), step('ask')], day('2026-11-22'), null), 'ask');
    assert.equal(decideMove([step('pin', '2027-01-01')], day('2026-12-31'), 'old'), 'stay');
    assert.equal(decideMove([step('pin', '2027-01-01')], day('2027-01-01'), 'old'), 'move');
    assert.equal(decideMove([step('ask', '2026-11-22'), step('pin')], day('2026-11-22'), 'old'), 'move');
  });

  it('goes step by step over several versions', () => {
    const known: Transition = {
      format: 'leitwerk/uebergang@1',
      dienst: 'x',
      from: 2,
      to: 3,
      policy: 'ask',
      rules: [],
    };
    assert.deepEqual(
      stepsBetween([known], 'x', 1, 4).map(({ from, policy }) => [from, policy]),
      [
        [1, 'move'],
        [2, 'ask'],
        [3, 'move'],
      ],
    );
    assert.deepEqual(stepsBetween([known], 'x', 3, 3), []);
  });
});
