import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contextOf, definitionOf, formOf, must, refused } from '../../testing/build.ts';
import type { ParameterDefinitions } from '../definition/parameter-schema.ts';
import { parseDefinition } from '../definition/parse-definition.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { compileForm } from './compile-form.ts';

const text = (id: string, more: object = {}) => ({ type: 'text', id, label: id, ...more });
const yesno = (id: string, more: object = {}) => ({ type: 'yesno', id, label: id, ...more });
const choice = (id: string, ...values: string[]) => ({
  type: 'choice',
  id,
  label: id,
  options: values.map((value) => ({ value, label: value })),
});
const page = (id: string, fields: unknown[], more: object = {}) => ({ id, title: id, fields, ...more });
const group = (id: string, fields: unknown[], more: object = {}) => ({
  type: 'group',
  id,
  label: id,
  item: 'Zeile',
  fields,
  ...more,
});

const parameters: ParameterDefinitions = {
  gebuehr: { type: 'money', label: 'Gebühr', filledBy: 'kommune' },
  adresse: { type: 'url', label: 'Adresse', filledBy: 'kommune' },
  zonen: {
    type: 'table',
    label: 'Zonen',
    filledBy: 'kommune',
    columns: { zone: { type: 'text', label: 'Zone' }, zahl: { type: 'integer', label: 'Zahl' } },
  },
};

/** Definition, the place that is wrong, and what the message says. */
const unsound: readonly (readonly [
  name: string,
  pages: unknown,
  place: string,
  message: RegExp,
  fee?: unknown,
])[] = [
  ['an id twice', [page('a', [text('x')]), page('b', [text('x')])], 'pages[1].fields[0].id', /gibt es schon/],
  [
    'an id twice in a row',
    [page('a', [group('g', [text('x'), text('x')])])],
    'pages[0].fields[0].fields[1].id',
    /gibt es schon/,
  ],
  [
    'a word of the language as id',
    [page('a', [text('count')])],
    'pages[0].fields[0].id',
    /Wort der Formularsprache/,
  ],
  [
    'a name that every object has',
    [page('a', [text('constructor')])],
    'pages[0].fields[0].id',
    /anderen Namen/,
  ],
  ['a page twice', [page('a', []), page('a', [])], 'pages[1].id', /gibt es schon/],
  ['a page of the portal', [page('pruefen', [])], 'pages[0].id', /Portal/],
  [
    'an unknown name',
    [page('a', [text('strasse')]), page('b', [text('y', { condition: "strase = 'x'" })])],
    'pages[1].fields[0].condition',
    /Zeichen 1: .*Meinten Sie „strasse“/,
  ],
  [
    'a name that comes later',
    [page('a', [text('x', { condition: 'y' }), yesno('y')])],
    'pages[0].fields[0].condition',
    /erst später .*pages\[0\]\.fields\[1\]/,
  ],
  [
    'a field that asks for itself',
    [page('a', [yesno('x', { condition: 'x' })])],
    'pages[0].fields[0].condition',
    /Stelle selbst/,
  ],
  [
    'a page that asks for its own field',
    [page('a', [yesno('x')], { condition: 'x' })],
    'pages[0].condition',
    /erst später/,
  ],
  [
    'a row that asks for a later field',
    [page('a', [group('g', [text('x', { condition: 'row.y' }), yesno('y')])])],
    'pages[0].fields[0].fields[0].condition',
    /erst später/,
  ],
  [
    'row outside a group',
    [page('a', [text('x', { condition: 'row.y' })])],
    'pages[0].fields[0].condition',
    /gilt nur in den Feldern/,
  ],
  [
    'a condition that is a number',
    [page('a', [text('x', { condition: '1 + 1' })])],
    'pages[0].fields[0].condition',
    /ja\/nein herauskommen, nicht ganze Zahl/,
  ],
  [
    'a comparison of unlike things',
    [page('a', [text('x'), text('y', { condition: 'x > 3' })])],
    'pages[0].fields[1].condition',
    /vergleicht Text mit ganze Zahl/,
  ],
  [
    'an order of texts',
    [page('a', [text('x'), text('y', { condition: "x < 'b'" })])],
    'pages[0].fields[1].condition',
    /nur mit Zahlen/,
  ],
  [
    'a choice that does not exist',
    [page('a', [choice('x', 'rot', 'blau'), text('y', { condition: "x = 'gelb'" })])],
    'pages[0].fields[1].condition',
    /Zeichen 5: .*Möglich: rot, blau/,
  ],
  [
    'a choice in a list that does not exist',
    [page('a', [choice('x', 'rot'), text('y', { condition: "x in ['gelb']" })])],
    'pages[0].fields[1].condition',
    /Möglich: rot/,
  ],
  [
    'an option twice',
    [page('a', [choice('x', 'rot', 'rot')])],
    'pages[0].fields[0].options[1].value',
    /zweimal/,
  ],
  [
    'an unknown function',
    [page('a', [text('x', { condition: 'cuont(1) = 1' })])],
    'pages[0].fields[0].condition',
    /Meinten Sie „count“/,
  ],
  [
    'a missing bracket',
    [page('a', [text('x', { condition: '(1 = 1' })])],
    'pages[0].fields[0].condition',
    /Zeichen 7: Hier fehlt „\)“/,
  ],
  [
    'double quotes',
    [page('a', [text('x', { condition: '1 = "a"' })])],
    'pages[0].fields[0].condition',
    /einfachen Anführungszeichen/,
  ],
  [
    'money and number',
    [page('a', [{ type: 'calculated', id: 'x', label: 'x', value: 'param.gebuehr + 1' }])],
    'pages[0].fields[0].value',
    /beide Geldbeträge/,
  ],
  [
    'money times money',
    [page('a', [{ type: 'calculated', id: 'x', label: 'x', value: 'param.gebuehr * param.gebuehr' }])],
    'pages[0].fields[0].value',
    /ganze Zahl/,
  ],
  [
    'an unknown parameter',
    [page('a', [], { lead: 'Es kostet {param.gebuer}.' })],
    'pages[0].lead',
    /Meinten Sie „gebuehr“/,
  ],
  [
    'a lonely brace',
    [page('a', [], { lead: 'Es kostet {param.gebuehr.' })],
    'pages[0].lead',
    /geschweifte Klammer/,
  ],
  [
    'a table as a value',
    [page('a', [text('x', { condition: "param.zonen = 'a'" })])],
    'pages[0].fields[0].condition',
    /ist eine Tabelle/,
  ],
  [
    'an unknown column',
    [page('a', [text('x', { condition: "any(param.zonen, entry.zon = 'a')" })])],
    'pages[0].fields[0].condition',
    /keine Spalte „zon“/,
  ],
  [
    'options of an unknown table',
    [
      page('a', [
        { type: 'choice', id: 'x', label: 'x', options: { from: 'nichts', value: 'zone', label: 'x' } },
      ]),
    ],
    'pages[0].fields[0].options.from',
    /gibt es in den Parametern nicht/,
  ],
  [
    'options of a column that is no text',
    [
      page('a', [
        { type: 'choice', id: 'x', label: 'x', options: { from: 'zonen', value: 'zahl', label: 'x' } },
      ]),
    ],
    'pages[0].fields[0].options.value',
    /Textspalte/,
  ],
  [
    'aggregates inside aggregates',
    [page('a', [group('g', [text('x')]), text('y', { condition: 'any(g, any(g, true))' })])],
    'pages[0].fields[1].condition',
    /nicht innerhalb/,
  ],
  [
    'a group as a value',
    [page('a', [group('g', [text('x')]), text('y', { condition: 'g' })])],
    'pages[0].fields[1].condition',
    /ist eine Gruppe/,
  ],
  [
    'bounds that exclude each other',
    [page('a', [{ type: 'number', id: 'x', label: 'x', min: 5, max: 3 }])],
    'pages[0].fields[0].min',
    /kleinste Wert/,
  ],
  [
    'a group with more rows at least than at most',
    [page('a', [group('g', [text('x')], { min: 5, max: 3 })])],
    'pages[0].fields[0].min',
    /schließen/,
  ],
  [
    'a link that is no address',
    [page('a', [{ type: 'info', id: 'x', label: 'x', link: { label: 'y', href: 'javascript:alert(1)' } }])],
    'pages[0].fields[0].link.href',
    /https/,
  ],
  ['a question on an exit page', [page('a', [text('x')], { exit: true })], 'pages[0].fields', /nur Hinweise/],
  [
    'a page after an open end',
    [page('a', []), page('b', [], { exit: true }), page('c', [])],
    'pages[2]',
    /pages\[1\] beendet/,
  ],
  [
    'a page that contradicts itself',
    [page('a', [yesno('x')]), page('b', [], { condition: 'x and not x' })],
    'pages[1].condition',
    /Keine Antworten/,
  ],
  [
    'two choices at once',
    [page('a', [choice('x', 'rot', 'blau')]), page('b', [], { condition: "x = 'rot' and x = 'blau'" })],
    'pages[1].condition',
    /Keine Antworten/,
  ],
  [
    'a page behind an exit that takes all of it',
    [
      page('a', [choice('x', 'rot', 'blau')]),
      page('b', [], { condition: "x = 'rot'", exit: true }),
      page('c', [], { condition: "x in ['rot']" }),
    ],
    'pages[2].condition',
    /Keine Antworten/,
  ],
  [
    'a page that asks for an answer nobody can give',
    [
      page('a', [choice('x', 'rot', 'blau')]),
      page('b', [yesno('y')], { condition: "x = 'rot'" }),
      page('c', [], { condition: "y and x = 'blau'" }),
    ],
    'pages[2].condition',
    /Keine Antworten/,
  ],
  [
    'a field that never appears',
    [page('a', [yesno('x'), text('y', { condition: 'x = true and x = false' })])],
    'pages[0].fields[1].condition',
    /erscheint bei keinen/,
  ],
  [
    'a fee that is no money',
    [page('a', [])],
    'fee.lines[0].amount',
    /Geldbetrag herauskommen/,
    { lines: [{ id: 'x', label: 'x', amount: '25' }] },
  ],
  [
    'a fee over no group',
    [page('a', [])],
    'fee.lines[0].forEach',
    /Gruppe „g“ gibt es nicht/,
    { lines: [{ id: 'x', label: 'x', forEach: 'g', amount: '25 EUR' }] },
  ],
];

describe('a definition is refused with place and remedy for', () => {
  for (const [name, pages, place, message, fee] of unsound) {
    it(name, () => {
      const { code, fields = [] } = refused(compileForm(definitionOf(pages, fee), parameters));
      assert.equal(code, 'FORM_DEFINITION_UNSOUND');
      const found = fields.find(({ field }) => field === place);
      assert.match(found?.message ?? JSON.stringify(fields), message);
    });
  }

  it('all violations at once', () => {
    const { fields = [] } = refused(
      compileForm(definitionOf([page('a', [text('x', { condition: 'y' }), text('z', { hint: '{q}' })])])),
    );
    assert.deepEqual(
      fields.map(({ field }) => field),
      ['pages[0].fields[0].condition', 'pages[0].fields[1].hint'],
    );
  });
});

describe('expressions', () => {
  const refusedMessage = (condition: string): string =>
    refused(compileForm(definitionOf([page('a', [text('x', { condition })])]))).message;

  it('of great depth are refused, not run into the ground', () => {
    const deep = 900;
    assert.match(refusedMessage(`${'('.repeat(deep)}true${')'.repeat(deep)}`), /zu tief/);
    assert.match(refusedMessage(`${'not '.repeat(400)}true`), /zu tief/);
    assert.match(refusedMessage(`${'-'.repeat(1900)}1 = 1`), /zu tief/);
  });

  it('of great length are refused where they stand', () => {
    const { code, fields = [] } = refused(
      parseDefinition(
        JSON.stringify({
          ...definitionOf([page('a', [])]),
          pages: [page('a', [text('x', { condition: 'x'.repeat(2_001) })])],
        }),
      ),
    );
    assert.equal(code, 'FORM_DEFINITION_INVALID');
    assert.equal(fields[0]?.field, 'pages[0].fields[0].condition');
  });

  it('compare exactly, never with binary fractions', () => {
    const form = formOf([
      page('a', [
        { type: 'number', id: 'x', label: 'x', decimals: 1 },
        { type: 'calculated', id: 'y', label: 'y', value: 'x + 0.2 = 0.3', show: true },
      ]),
    ]);
    const { env } = evaluate(form, { x: 0.1 }, contextOf());
    assert.equal(env.values[1], true);
  });

  it('are exact or nothing with huge numbers', () => {
    const form = formOf([
      page('a', [
        { type: 'number', id: 'x', label: 'x' },
        { type: 'calculated', id: 'y', label: 'y', value: 'x * x * x' },
      ]),
    ]);
    assert.equal(evaluate(form, { x: 999_999_999 }, contextOf()).env.values[1], undefined);
  });
});

describe('a definition that is not well shaped', () => {
  it('is refused with the place in it', () => {
    const definition = {
      ...definitionOf([page('a', [text('x')])]),
      pages: [page('a', [{ type: 'text', id: 'X-1', label: 'x' }])],
    };
    assert.equal(
      refused(parseDefinition(JSON.stringify(definition))).fields?.[0]?.field,
      'pages[0].fields[0].id',
    );
  });

  it('is refused in German for unknown settings, kinds, broken and huge JSON', () => {
    const definition = definitionOf([page('a', [])]);
    const withField = (field: unknown) =>
      refused(parseDefinition(JSON.stringify({ ...definition, pages: [page('a', [field])] })));
    assert.match(
      withField({ type: 'text', id: 'x', label: 'x', colour: 'red' }).message,
      /Unbekannter Schlüssel|Schlüssel/,
    );
    assert.match(withField({ type: 'hologram', id: 'x', label: 'x' }).message, /pages\[0\]\.fields\[0\]/);
    assert.match(refused(parseDefinition('{"pages":')).message, /kein gültiges JSON/);
    assert.equal(refused(parseDefinition(`"${'x'.repeat(1_000_001)}"`)).kind, 'too-large');
  });

  it('a proven one is ready', () =>
    assert.equal(must(compileForm(definitionOf([page('a', [text('x')])]))).pages.length, 1));
});
