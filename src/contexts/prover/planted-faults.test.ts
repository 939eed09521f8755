import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileForm, parseParameters } from '#forms';
import { loadOnlinedienste } from '#forms/onlinedienst';
import { definitionOf, must, shippedDienst } from '../forms/testing/build.ts';
import { hundValues, parkValues, tagespflegeValues } from '../forms/testing/kommune-values.ts';
import type { FindingKind } from './finding.ts';
import { isPublishable, type Proof, prove, unsoundProof } from './prove.ts';

const today = '2026-11-22';

interface Planted {
  readonly fault: string;
  readonly kind: FindingKind;
  readonly place: string;
  readonly pages: readonly unknown[];
  readonly fee?: unknown;
  readonly translations?: Readonly<Record<string, Record<string, string>>>;
  readonly parameters?: Parameters<typeof compileForm>[1];
  readonly values?: unknown;
  /** What the path must hold, where answers show the fault. */
  readonly path?: Readonly<Record<string, unknown>>;
}

const page = (id: string, fields: readonly unknown[], more: object = {}) => ({
  id,
  title: id,
  fields,
  ...more,
});
const text = (id: string, more: object = {}) => ({ type: 'text', id, label: `Frage ${id}`, ...more });
const yesno = (id: string, more: object = {}) => ({ type: 'yesno', id, label: `Frage ${id}`, ...more });
const number = (id: string, more: object = {}) => ({ type: 'number', id, label: `Frage ${id}`, ...more });
const date = (id: string, more: object = {}) => ({ type: 'date', id, label: `Frage ${id}`, ...more });
const file = (id: string, more: object = {}) => ({
  type: 'file',
  id,
  label: `Frage ${id}`,
  types: ['pdf'],
  ...more,
});
const info = (id: string, more: object = {}) => ({
  type: 'info',
  id,
  label: `Hinweis ${id}`,
  text: 'Bitte wenden Sie sich an das Amt.',
  ...more,
});
const choice = (id: string, values: readonly (string | object)[], more: object = {}) => ({
  type: 'choice',
  id,
  label: `Frage ${id}`,
  options: values.map((value) => (typeof value === 'string' ? { value, label: value } : value)),
  ...more,
});
const group = (id: string, fields: readonly unknown[], more: object = {}) => ({
  type: 'group',
  id,
  label: `Gruppe ${id}`,
  item: 'Zeile',
  fields,
  ...more,
});
/** Rows with rows in them: dogs of 5 to 30 cm, each with its vaccinations. */
const dogs = (inner: readonly unknown[], more: object = {}) =>
  group('hunde', [number('hoehe', { min: 5, max: 30 }), group('impfungen', inner, more)]);
const end = page('ende', [text('schluss')]);

const staffel = {
  type: 'table' as const,
  label: 'Staffel',
  filledBy: 'kommune' as const,
  columns: {
    ab: { type: 'integer' as const, label: 'ab' },
    bis: { type: 'integer' as const, label: 'bis' },
    betrag: { type: 'money' as const, label: 'Betrag' },
  },
};
const lookup = 'lookup(param.staffel, entry.ab <= zahl and zahl <= entry.bis, entry.betrag)';

const planted: readonly Planted[] = [
  {
    fault: 'a field between two bounds that no number meets',
    kind: 'feld-tot',
    place: 'pages[0].fields[1].condition',
    pages: [
      page('a', [number('zahl', { min: 0, max: 10 }), text('nie', { condition: 'zahl > 5 and zahl < 3' })]),
      end,
    ],
  },
  {
    fault: 'a field beyond the maximum of the number it asks about',
    kind: 'feld-tot',
    place: 'pages[0].fields[1].condition',
    pages: [page('a', [number('zahl', { max: 10 }), text('nie', { condition: 'zahl >= 11' })]), end],
  },
  {
    fault: 'a page for an age that the field for the birthday excludes',
    kind: 'seite-tot',
    place: 'pages[1]',
    pages: [
      page('a', [
        date('geboren', {
          to: 'today',
          checks: [{ holds: 'age(geboren) >= 18', message: 'Erst ab 18 Jahren.' }],
        }),
      ]),
      page('kinder', [text('schule')], { condition: 'age(geboren) < 16' }),
      end,
    ],
  },
  {
    fault: 'a field that hangs on a calculated value that never gets so large',
    kind: 'feld-tot',
    place: 'pages[1].fields[0].condition',
    pages: [
      page('a', [
        number('zahl', { min: 1, max: 4 }),
        { type: 'calculated', id: 'doppelt', label: 'Doppelt', value: 'zahl * 2' },
      ]),
      page('b', [text('viel', { condition: 'doppelt >= 9' }), text('immer')]),
    ],
  },
  {
    fault: 'a field in a row that no row can show',
    kind: 'feld-tot',
    place: 'pages[0].fields[0].fields[1].condition',
    pages: [
      page('a', [
        group('hunde', [
          number('hoehe', { min: 5, max: 30 }),
          text('gross', { condition: 'row.hoehe >= 40' }),
        ]),
      ]),
      end,
    ],
  },
  {
    fault: 'a field in a row of rows that no row can show',
    kind: 'feld-tot',
    place: 'pages[0].fields[0].fields[1].fields[1].condition',
    pages: [
      page('a', [dogs([number('dosis', { min: 1, max: 5 }), text('nie', { condition: 'row.dosis > 5' })])]),
      end,
    ],
  },
  {
    fault: 'a field in a row of rows that asks more of the row around than that can be',
    kind: 'feld-tot',
    place: 'pages[0].fields[0].fields[1].fields[1].condition',
    pages: [page('a', [dogs([text('arzt'), text('nie', { condition: 'outer.hoehe >= 40' })])]), end],
  },
  {
    fault: 'a field in a row of rows that wants the opposite of what the group there is shown for',
    kind: 'feld-tot',
    place: 'pages[0].fields[0].fields[1].fields[1].condition',
    pages: [
      page('a', [
        dogs([text('arzt'), text('nie', { condition: 'outer.hoehe < 20' })], {
          condition: 'row.hoehe >= 20',
        }),
      ]),
      end,
    ],
  },
  {
    fault: 'a group in a row that no row can show',
    kind: 'feld-tot',
    place: 'pages[0].fields[0].fields[1].condition',
    pages: [page('a', [dogs([text('arzt')], { condition: 'row.hoehe > 30' })]), end],
  },
  {
    fault: 'a field for more rows in a row than there can be',
    kind: 'feld-tot',
    place: 'pages[0].fields[0].fields[2].condition',
    pages: [
      page('a', [
        group('hunde', [
          text('name'),
          group('impfungen', [text('arzt')], { max: 2 }),
          text('viele', { condition: 'count(row.impfungen) > 2' }),
        ]),
      ]),
      end,
    ],
  },
  {
    fault: 'a page for rows of rows that no row can be',
    kind: 'seite-tot',
    place: 'pages[1]',
    pages: [
      page('a', [dogs([number('dosis', { min: 1, max: 5 })])]),
      page('nie', [text('grund')], { condition: 'any(hunde, any(row.impfungen, row.dosis > 5))' }),
      end,
    ],
  },
  {
    fault: 'a page for a row whose rows contradict it',
    kind: 'seite-tot',
    place: 'pages[1]',
    pages: [
      page('a', [dogs([number('dosis', { min: 1, max: 5 })], { condition: 'row.hoehe >= 20' })]),
      page('nie', [text('grund')], {
        condition: 'any(hunde, row.hoehe < 20 and any(row.impfungen, row.dosis > 1))',
      }),
      end,
    ],
  },
  {
    fault: 'a duty in a row of rows that holds only where the field is hidden',
    kind: 'pflicht-versteckt',
    place: 'pages[0].fields[0].fields[1].fields[1].required',
    pages: [
      page('a', [
        dogs([
          number('dosis', { min: 1, max: 5 }),
          text('grund', { condition: 'row.dosis < 3', required: 'row.dosis > 3' }),
        ]),
      ]),
      end,
    ],
  },
  {
    fault: 'an option in a row of rows that is never possible',
    kind: 'option-tot',
    place: 'pages[0].fields[0].fields[1].fields[0].options[1].condition',
    pages: [
      page('a', [dogs([choice('stoff', ['a', { value: 'b', label: 'b', condition: 'outer.hoehe > 30' }])])]),
      end,
    ],
  },
  {
    fault: 'a check in a row of rows that contradicts the bounds of its field',
    kind: 'widerspruch',
    place: 'pages[0].fields[0].fields[1].fields[0].checks',
    pages: [
      page('a', [
        dogs([
          number('dosis', {
            min: 1,
            max: 5,
            checks: [{ holds: 'row.dosis > outer.hoehe + 5', message: 'Mehr.' }],
          }),
        ]),
      ]),
      end,
    ],
  },
  {
    fault: 'a check in a row of rows that no accepted answer can break',
    kind: 'bedingung-immer',
    place: 'pages[0].fields[0].fields[1].fields[0].checks[0].holds',
    pages: [
      page('a', [
        dogs([number('dosis', { min: 1, max: 5, checks: [{ holds: 'row.dosis >= 1', message: 'Mehr.' }] })]),
      ]),
      end,
    ],
  },
  {
    fault: 'a file in a row of rows that is never asked for',
    kind: 'datei-nie-verlangt',
    place: 'pages[0].fields[0].fields[1].fields[1].condition',
    pages: [
      page('a', [dogs([yesno('neu'), file('pass', { condition: 'row.neu and outer.hoehe < 5' })])]),
      end,
    ],
  },
  {
    fault: 'a choice in a row of rows that has nothing to choose for one answer in the row around',
    kind: 'sackgasse',
    place: 'pages[0].fields[0].fields[1].fields[0].options',
    pages: [
      page('a', [
        group('hunde', [
          choice('art', ['klein', 'gross']),
          group('impfungen', [
            choice('stoff', [{ value: 'a', label: 'a', condition: "outer.art = 'klein'" }]),
          ]),
        ]),
      ]),
      end,
    ],
  },
  {
    fault: 'a field three rows deep that the outermost row excludes',
    kind: 'feld-tot',
    place: 'pages[0].fields[0].fields[1].fields[1].fields[1].condition',
    pages: [
      page('a', [
        dogs([
          text('arzt'),
          group('folgen', [text('was'), text('nie', { condition: 'outer.outer.hoehe > 30' })]),
        ]),
      ]),
      end,
    ],
  },
  {
    fault: 'a page for rows that no row can be',
    kind: 'seite-tot',
    place: 'pages[1]',
    pages: [
      page('a', [group('hunde', [number('hoehe', { min: 5, max: 30 })])]),
      page('gross', [text('sachkunde')], { condition: 'any(hunde, row.hoehe >= 40)' }),
      end,
    ],
  },
  {
    fault: 'a page for more rows than the group takes',
    kind: 'seite-tot',
    place: 'pages[1]',
    pages: [
      page('a', [group('hunde', [text('name')], { max: 3 })]),
      page('viele', [text('zwinger')], { condition: 'count(hunde) > 3' }),
      end,
    ],
  },
  {
    fault: 'an option that is never possible',
    kind: 'option-tot',
    place: 'pages[1].fields[0].options[1].condition',
    pages: [
      page('a', [choice('art', ['rot', 'blau'])]),
      page('b', [
        choice('form', [
          'rund',
          { value: 'eckig', label: 'eckig', condition: "art = 'rot' and art = 'blau'" },
        ]),
      ]),
    ],
  },
  {
    fault: 'a field that wants one answer to be there and not',
    kind: 'unschluessig',
    place: 'pages[0].fields[1].condition',
    pages: [page('a', [yesno('ja'), text('nie', { condition: 'ja and not ja' })]), end],
  },
  {
    fault: 'two amounts that each should be larger than the other',
    kind: 'feld-tot',
    place: 'pages[0].fields[2].condition',
    pages: [
      page('a', [number('eins'), number('zwei'), text('nie', { condition: 'eins > zwei and zwei > eins' })]),
      end,
    ],
  },
  {
    fault: 'a condition that always holds',
    kind: 'bedingung-immer',
    place: 'pages[0].fields[1].condition',
    pages: [
      page('a', [
        number('zahl', { min: 1 }),
        text('immer', { condition: 'zahl >= 0 or not answered(zahl)' }),
      ]),
      end,
    ],
  },
  {
    fault: 'a page whose condition the way there already implies',
    kind: 'bedingung-immer',
    place: 'pages[2].condition',
    pages: [
      page('a', [number('alter', { min: 0, max: 120 })]),
      page('zu-jung', [info('jung')], { condition: 'alter < 18', exit: true }),
      page('b', [text('beruf')], { condition: 'alter >= 16' }),
    ],
  },
  {
    fault: 'a check that no accepted answer can break',
    kind: 'bedingung-immer',
    place: 'pages[0].fields[0].checks[0].holds',
    pages: [
      page('a', [number('zahl', { min: 5, checks: [{ holds: 'zahl >= 3', message: 'Zu klein.' }] })]),
      end,
    ],
  },
  {
    fault: 'an exit behind a wider exit',
    kind: 'reihenfolge',
    place: 'pages[2]',
    pages: [
      page('a', [number('alter', { min: 0, max: 120 })]),
      page('unter-achtzehn', [info('jung')], { condition: 'alter < 18', exit: true }),
      page('unter-sechzehn', [info('kind')], { condition: 'alter < 16', exit: true }),
      end,
    ],
  },
  {
    fault: 'a table in which two entries fit the same number',
    kind: 'reihenfolge',
    place: 'fee.lines[0].amount',
    pages: [page('a', [number('zahl', { min: 1, max: 9 })])],
    fee: { lines: [{ id: 'preis', label: 'Preis', amount: lookup }] },
    parameters: { staffel },
    values: {
      staffel: [
        { ab: 1, bis: 5, betrag: 1000 },
        { ab: 5, bis: 9, betrag: 2000 },
      ],
    },
  },
  {
    fault: 'an entry of a table that stands twice to choose',
    kind: 'reihenfolge',
    place: 'pages[0].fields[0].options',
    pages: [
      page('a', [choice('zone', [], { options: { from: 'zonen', value: 'zone', label: '{entry.name}' } })]),
    ],
    parameters: {
      zonen: {
        type: 'table',
        label: 'Zonen',
        filledBy: 'kommune',
        columns: { zone: { type: 'text', label: 'Zone' }, name: { type: 'text', label: 'Name' } },
      },
    },
    values: {
      zonen: [
        { zone: 'A', name: 'Altstadt' },
        { zone: 'A', name: 'Bahnhof' },
      ],
    },
  },
  {
    fault: 'a check that contradicts the bounds of its own field',
    kind: 'widerspruch',
    place: 'pages[0].fields[0].checks',
    pages: [
      page('a', [number('zahl', { min: 5, max: 9, checks: [{ holds: 'zahl < 3', message: 'Zu groß.' }] })]),
      end,
    ],
  },
  {
    fault: 'two checks that no answer passes together',
    kind: 'widerspruch',
    place: 'pages[0].fields[0].checks',
    pages: [
      page('a', [
        date('tag', {
          checks: [
            { holds: 'tag > today', message: 'Der Tag muss in der Zukunft liegen.' },
            { holds: 'tag < add_days(today, -10)', message: 'Der Tag liegt zu spät.' },
          ],
        }),
      ]),
      end,
    ],
  },
  {
    fault: 'a duty that holds only where the field is hidden',
    kind: 'pflicht-versteckt',
    place: 'pages[0].fields[1].required',
    pages: [page('a', [yesno('ja'), text('grund', { condition: 'ja', required: 'not ja' })]), end],
  },
  {
    fault: 'a duty in a row that no row can have',
    kind: 'pflicht-versteckt',
    place: 'pages[0].fields[0].fields[1].required',
    pages: [
      page('a', [
        group('hunde', [number('hoehe', { min: 1, max: 30 }), text('chip', { required: 'row.hoehe > 40' })]),
      ]),
      end,
    ],
  },
  {
    fault: 'a choice that has nothing to choose for one answer',
    kind: 'sackgasse',
    place: 'pages[1].fields[0].options',
    pages: [
      page('a', [choice('art', ['rot', 'blau', 'gelb'])]),
      page('b', [
        choice('ton', [
          { value: 'hell', label: 'hell', condition: "art = 'rot'" },
          { value: 'dunkel', label: 'dunkel', condition: "art = 'blau'" },
        ]),
      ]),
    ],
    path: { art: 'gelb' },
  },
  {
    fault: 'a table without an entry for a zone that can be chosen',
    kind: 'sackgasse',
    place: 'pages[1].fields[0].options',
    pages: [
      page('a', [
        choice(
          'zone',
          ['A', 'B'].map((value) => ({ value: value.toLowerCase(), label: value })),
        ),
      ]),
      page('b', [
        choice('dauer', [], {
          options: {
            from: 'gebuehren',
            value: 'dauer',
            label: '{entry.dauer}',
            condition: 'entry.zone = zone',
          },
        }),
      ]),
    ],
    parameters: {
      gebuehren: {
        type: 'table',
        label: 'Gebühren',
        filledBy: 'kommune',
        columns: { zone: { type: 'text', label: 'Zone' }, dauer: { type: 'text', label: 'Dauer' } },
      },
    },
    values: { gebuehren: [{ zone: 'a', dauer: 'jahr' }] },
    path: { zone: 'b' },
  },
  {
    fault: 'a first day after the last for an early answer',
    kind: 'sackgasse',
    place: 'pages[1].fields[0].from',
    pages: [page('a', [date('einzug')]), page('b', [date('anmeldung', { from: 'einzug', to: 'today' })])],
  },
  {
    fault: 'a page on the way that shows nothing for one answer',
    kind: 'leere-seite',
    place: 'pages[1]',
    pages: [
      page('a', [choice('art', ['rot', 'blau', 'gelb'])]),
      page('b', [text('eins', { condition: "art = 'rot'" }), text('zwei', { condition: "art = 'blau'" })]),
      end,
    ],
    path: { art: 'gelb' },
  },
  {
    fault: 'exits that leave no way to the end',
    kind: 'ende-unerreichbar',
    place: 'pages',
    pages: [
      page('a', [number('zahl', { min: 1, max: 10 })]),
      page('klein', [info('hinweisKlein')], { condition: 'zahl <= 5', exit: true }),
      page('gross', [info('hinweisGross')], { condition: 'zahl > 5', exit: true }),
    ],
  },
  {
    fault: 'a file that is never asked for',
    kind: 'datei-nie-verlangt',
    place: 'pages[1].fields[0].condition',
    pages: [
      page('a', [number('anzahl', { min: 0, max: 3 })]),
      page('b', [file('nachweis', { condition: 'anzahl >= 4' }), text('bemerkung')]),
    ],
  },
  {
    fault: 'a file that only those would be asked for whom an exit has led away',
    kind: 'datei-nie-verlangt',
    place: 'pages[2].fields[0].condition',
    pages: [
      page('a', [number('alter', { min: 0, max: 120 })]),
      page('jung', [info('hinweis')], { condition: 'alter < 18', exit: true }),
      page('b', [file('einwilligung', { condition: 'alter < 16' }), text('bemerkung')]),
    ],
  },
  {
    fault: 'a fee that is never due',
    kind: 'gebuehr-nie',
    place: 'fee.lines[1].condition',
    pages: [page('a', [number('zahl', { min: 1, max: 5 })])],
    fee: {
      lines: [
        { id: 'grund', label: 'Grundbetrag', amount: '10.00 EUR' },
        { id: 'viel', label: 'Zuschlag', condition: 'zahl > 9', amount: '5.00 EUR' },
      ],
    },
  },
  {
    fault: 'a fee for which the table of a Kommune has no amount at all',
    kind: 'gebuehr-nie',
    place: 'fee.lines[0].amount',
    pages: [page('a', [number('zahl', { min: 1, max: 5 })])],
    fee: { lines: [{ id: 'preis', label: 'Preis', amount: lookup }] },
    parameters: { staffel },
    values: { staffel: [{ ab: 6, bis: 9, betrag: 1000 }] },
  },
  {
    fault: 'a fee for which the table has a gap',
    kind: 'gebuehr-luecke',
    place: 'fee.lines[0].amount',
    pages: [page('a', [number('zahl', { min: 1, max: 5 })])],
    fee: { lines: [{ id: 'preis', label: 'Preis', amount: lookup }] },
    parameters: { staffel },
    values: {
      staffel: [
        { ab: 1, bis: 2, betrag: 1000 },
        { ab: 4, bis: 5, betrag: 2000 },
      ],
    },
    path: { zahl: 3 },
  },
  {
    fault: 'a language in which a question has no words',
    kind: 'sprache-fehlt',
    place: 'translations.en',
    pages: [page('a', [text('name'), text('ort')])],
    translations: { en: { 'page.a.title': 'You', 'field.name.label': 'Name', 'page.b.title': 'None' } },
  },
  {
    fault: 'a field in a section that no answers open',
    kind: 'feld-tot',
    place: 'pages[0].fields[1].condition',
    pages: [
      page('a', [
        number('zahl', { max: 10 }),
        { type: 'section', id: 'teil', label: 'Teil', condition: 'zahl > 10', fields: [text('nie')] },
      ]),
      end,
    ],
  },
  {
    fault: 'a field of fixed length that does not say so before',
    kind: 'hilfe-fehlt',
    place: 'pages[0].fields[0].hint',
    pages: [page('a', [text('nummer', { characters: 'digits', minLength: 15, maxLength: 15 })])],
  },
  {
    fault: 'an exit that does not say why',
    kind: 'hilfe-fehlt',
    place: 'pages[1].fields',
    pages: [
      page('a', [yesno('ja')]),
      page('stopp', [{ type: 'info', id: 'aus', label: 'Ende' }], { condition: 'ja', exit: true }),
      end,
    ],
  },
  {
    fault: 'a sentence that nobody reads to its end',
    kind: 'lesbarkeit',
    place: 'pages[0].lead',
    pages: [
      page('a', [text('name')], {
        lead: 'Die Inanspruchnahme der Leistung setzt voraus, dass die antragstellende Person die Voraussetzungen der einschlägigen Vorschriften über die Gewährung erfüllt und die erforderlichen Nachweise über das Vorliegen der persönlichen und sachlichen Voraussetzungen unverzüglich beibringt.',
      }),
    ],
  },
  {
    fault: 'two options that sound the same',
    kind: 'barriere',
    place: 'pages[0]',
    pages: [
      page('a', [
        choice('art', [
          { value: 'a', label: 'Ja' },
          { value: 'b', label: 'Ja' },
        ]),
      ]),
    ],
  },
  {
    fault: 'a link that does not say where it leads',
    kind: 'barriere',
    place: 'pages[0]',
    pages: [
      page('a', [info('mehr', { link: { label: 'hier', href: 'https://example.org' } }), text('name')]),
    ],
  },
  {
    fault: 'a label that is empty for one Kommune',
    kind: 'barriere',
    place: 'pages[0].fields[0]',
    pages: [page('a', [text('name', { label: '{param.wort}' })])],
    parameters: { wort: { type: 'text', label: 'Wort', filledBy: 'kommune', optional: true } },
    values: {},
  },
];

async function proofOf({ pages, fee, translations, parameters = {}, values }: Planted): Promise<Proof> {
  const definition = definitionOf(pages, fee);
  const compiled = compileForm(translations ? { ...definition, translations } : definition, parameters);
  if (!compiled.ok) return unsoundProof(compiled.refusal, 'Probe');
  const known = values === undefined ? null : must(parseParameters(parameters, values));
  return prove([{ name: 'Probe', form: compiled.value, values: known }], today);
}

describe('The prover finds', () => {
  for (const each of planted) {
    it(each.fault, async () => {
      const proof = await proofOf(each);
      const found = proof.findings.find(({ kind, place }) => kind === each.kind && place === each.place);
      assert.ok(
        found,
        `found only ${JSON.stringify(
          proof.findings.map(({ kind, place, message }) => [kind, place, message]),
          null,
          1,
        )}`,
      );
      for (const [name, value] of Object.entries(each.path ?? {}))
        assert.deepEqual(found.path?.answers[name], value);
      assert.equal(
        isPublishable(proof),
        found.severity === 'warning' && proof.findings.every(({ severity }) => severity === 'warning'),
      );
    });
  }
});

describe('The prover raises no false alarm', () => {
  const services = [
    ['hund-anmelden', hundValues],
    ['bewohnerparkausweis', parkValues],
  ] as const;
  for (const [id, values] of services) {
    it(`on ${id}, visits each of its pages, and leaves nothing open`, async () => {
      const { form } = await shippedDienst(id);
      const known = must(parseParameters(form.parameters, values));
      const proof = await prove(
        [
          { name: 'Grunddefinition', form, values: null },
          { name: 'Musterstadt', form, values: known },
        ],
        today,
      );
      assert.deepEqual(proof.findings, []);
      assert.deepEqual(proof.undecided, []);
      const visited = proof.visited
        .filter(({ variant }) => variant === 'Musterstadt')
        .map(({ page: name }) => name);
      assert.deepEqual(
        visited,
        form.pages.map(({ id: name }) => name),
      );
    });
  }
  it('on a Kommune that asks no fee', async () => {
    const { form } = await shippedDienst('kindertagespflege');
    const values = must(parseParameters(form.parameters, { ...tagespflegeValues, gebuehr: 0 }));
    const { findings } = await prove([{ name: 'Musterstadt', form, values }], today);
    assert.deepEqual(findings, []);
  });
  it('on any shipped Onlinedienst as it stands, rows in rows included', async () => {
    const loaded = await loadOnlinedienste(new URL('../../../data/onlinedienste', import.meta.url).pathname);
    for (const { id, form } of must(loaded)) {
      const { findings } = await prove([{ name: 'Grunddefinition', form, values: null }], today);
      assert.deepEqual(findings, [], id);
    }
  });
});
