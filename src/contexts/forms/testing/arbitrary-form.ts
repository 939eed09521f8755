import fc from 'fast-check';
import type { Definition } from '../domain/definition/definition-schema.ts';
import { definitionOf } from './build.ts';

/** What an earlier field offers to conditions. */
interface Known {
  readonly id: string;
  readonly type: string;
}

const simpleTypes = [
  'text',
  'multiline',
  'email',
  'phone',
  'date',
  'number',
  'money',
  'yesno',
  'choice',
  'multichoice',
  'address',
  'iban',
  'plate',
  'file',
  'declaration',
  'name',
  'partialDate',
  'time',
  'datetime',
  'period',
  'year',
  'taxId',
  'country',
  'nationality',
  'location',
  'consent',
] as const;

const options = ['rot', 'blau', 'gelb'].map((value) => ({ value, label: value }));

/** A condition over one earlier field; always sound, and true for some answers. */
function conditionOf(known: Known, prefix: string, turn: number): string {
  const name = `${prefix}${known.id}`;
  const byType: Readonly<Record<string, readonly string[]>> = {
    yesno: [name, `not ${name}`],
    choice: [`${name} = 'rot'`, `${name} in ['rot', 'gelb']`],
    multichoice: [`'blau' in ${name}`],
    number: [`${name} > 3`, `${name} + 1 <= 10`],
    money: [`${name} * 2 >= 10.00 EUR`],
    date: [`age(${name}) >= 18`, `add_days(${name}, 30) > today`],
    text: [`length(${name}) > 2`],
    partialDate: [`age(${name}.latest) >= 18`],
    period: [`days(${name}.from, ${name}.to) > 3`],
    nationality: [`'DE' in ${name}`],
    country: [`${name} = 'DE'`],
    address: [`answered(${name}.plz)`],
    group: [`any(${name}, true)`, `count(${name}) >= 2`],
  };
  const candidates = byType[known.type] ?? [`answered(${name})`];
  return candidates[turn % candidates.length] ?? 'true';
}

interface Draft {
  readonly type: (typeof simpleTypes)[number] | 'group';
  readonly conditional: boolean;
  readonly required: boolean;
  readonly pick: number;
  readonly inner: readonly (typeof simpleTypes)[number][];
}

const draft: fc.Arbitrary<Draft> = fc.record({
  type: fc.constantFrom(...simpleTypes, 'group' as const),
  conditional: fc.boolean(),
  required: fc.boolean(),
  pick: fc.nat(1_000),
  inner: fc.array(fc.constantFrom(...simpleTypes), { minLength: 1, maxLength: 4 }),
});

function typed(type: string, id: string): Record<string, unknown> {
  const more: Readonly<Record<string, object>> = {
    choice: { options },
    multichoice: { options },
    file: { types: ['pdf'] },
    number: { decimals: 1 },
    consent: { purpose: 'Wozu', withdrawal: 'Wie' },
  };
  return { type, id, label: `Frage ${id}`, ...more[type] };
}

/** A group inside the row, which knows the rows around it, and a question about its rows; some of it is never shown. */
function nestedGroup(pick: number): readonly Record<string, unknown>[] {
  const asked = [`any(row.n, row.z >= ${pick % 8})`, `count(row.n) > ${pick % 4}`, 'all(row.n, row.z < 3)'];
  return [
    {
      type: 'group',
      id: 'n',
      label: 'N',
      item: 'N',
      min: 0,
      max: 2,
      fields: [
        { ...typed('text', 'm'), condition: 'answered(outer.r0)' },
        { type: 'number', id: 'z', label: 'Z', min: 0, max: 5 },
        { ...typed('text', 'w'), condition: `row.z > ${pick % 7}` },
      ],
    },
    { ...typed('text', 'nach'), required: false, condition: asked[pick % asked.length] },
  ];
}

function fieldOf(drafted: Draft, id: string, known: readonly Known[]): Record<string, unknown> {
  const before = known[drafted.pick % Math.max(1, known.length)];
  const condition = drafted.conditional && before ? { condition: conditionOf(before, '', drafted.pick) } : {};
  if (drafted.type !== 'group')
    return { ...typed(drafted.type, id), ...condition, required: drafted.required };
  const inner = drafted.inner.map((type, index) => typed(type, `r${index}`));
  const nested = drafted.pick % 3 === 0 ? nestedGroup(drafted.pick) : [];
  const chained = inner.map((field, index) =>
    index > 0 && drafted.conditional
      ? {
          ...field,
          condition: conditionOf(
            { id: `r${index - 1}`, type: drafted.inner[index - 1] ?? '' },
            'row.',
            drafted.pick,
          ),
        }
      : field,
  );
  return {
    type: 'group',
    id,
    label: id,
    item: 'Zeile',
    min: drafted.required ? 1 : 0,
    max: 3,
    fields: [...chained, ...nested],
    ...condition,
  };
}

/** Random definitions that the compiler accepts: many kinds of fields, conditions on earlier ones, groups, a fee. */
export const arbitraryDefinition: fc.Arbitrary<Definition> = fc
  .array(fc.array(draft, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  .map((pages) => {
    const known: Known[] = [];
    const built = pages.map((drafts, page) => {
      const last = known.at(-1);
      const condition = last && page % 2 === 1 ? { condition: conditionOf(last, '', page) } : {};
      // What a page depends on, its fields do not: they might ask for the opposite and never appear.
      const free = () => known.filter((each) => page % 2 === 0 || each !== last);
      const fields = drafts.map((drafted, index) => {
        const id = `f${page}x${index}`;
        // A page's fields may depend on each other; whether they contradict is not this generator's business.
        const field = fieldOf(
          {
            ...drafted,
            conditional:
              drafted.conditional && index % 2 === 1 && page === 0
                ? true
                : drafted.conditional && drafted.type === 'group',
          },
          id,
          free(),
        );
        known.push({ id, type: drafted.type });
        return field;
      });
      return { id: `seite-${page}`, title: `Seite ${page}`, fields, ...condition };
    });
    return definitionOf(built, feeOver(known));
  });

function feeOver(known: readonly Known[]): unknown {
  const group = known.find(({ type }) => type === 'group');
  const money = known.find(({ type }) => type === 'money');
  const lines = [
    { id: 'grund', label: 'Grundbetrag', amount: '12.34 EUR' },
    ...(group ? [{ id: 'zeile', label: 'Je Zeile', forEach: group.id, amount: '0.99 EUR' }] : []),
    ...(money ? [{ id: 'betrag', label: 'Betrag', amount: `${money.id} * 3`, period: 'yearly' }] : []),
  ];
  return { lines };
}

const hostile = fc.constantFrom<unknown>(
  '',
  '\u0000',
  'x'.repeat(30_000),
  '1'.repeat(400),
  -0,
  1e308,
  0.1,
  [],
  {},
  [[[[]]]],
  '__proto__',
  { __proto__: { a: 1 } },
  'ja',
  true,
  '2026-02-30',
  'DE00',
);

const plausible = fc.constantFrom<unknown>(
  'rot',
  ['rot'],
  true,
  false,
  5,
  7.5,
  1000,
  '2000-01-01',
  'Text',
  { street: 'Weg', number: '1', plz: '32657', city: 'Lemgo' },
  [
    { key: '1', r0: 'rot', r1: 3, n: [{ m: 'x', z: 4, w: 'y' }, { z: 1 }] },
    { key: '2', r0: true, r1: 'rot', n: [{ m: 'x', z: 5, w: 'y' }], nach: 'z' },
    { r0: true, n: 'x' },
  ],
  { from: '2026-01-01', to: '2026-02-01' },
  { given: 'Erika', family: 'Muster' },
  '1980-05-00',
  ['DE'],
  'DE',
  [{ id: 'f', name: 'a.pdf', type: 'pdf', bytes: 5 }],
);

/** Any JSON under the names of a definition's fields, under inherited names, and under names that nobody knows. */
export function arbitraryAnswers(definition: Definition): fc.Arbitrary<Record<string, never>> {
  const names = definition.pages.flatMap(({ fields }) => fields.map(({ id }) => id));
  const entries = fc.array(
    fc.tuple(
      fc.constantFrom(...names, '__proto__', 'constructor', 'toString', 'fremd'),
      fc.oneof(fc.jsonValue({ maxDepth: 4 }), hostile, plausible),
    ),
    { maxLength: 30 },
  );
  return entries.map((pairs) => JSON.parse(JSON.stringify(Object.fromEntries(pairs))));
}
