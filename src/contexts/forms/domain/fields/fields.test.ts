import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contextOf, formOf, must } from '../../testing/build.ts';
import { answerDocument } from '../evaluate/answer-document.ts';
import { readPage } from '../evaluate/read-page.ts';

/** Types a text into a field of this kind: what is kept, what the document says, and what is wrong. */
function type(
  field: object,
  text: string | Record<string, string>,
): { kept: unknown; shown: string; problem: string | null } {
  const form = formOf([{ id: 'a', title: 'A', fields: [{ id: 'x', label: 'Feld', ...field }] }]);
  const sent =
    typeof text === 'string'
      ? { x: text }
      : Object.fromEntries(Object.entries(text).map(([part, value]) => [`x.${part}`, value]));
  const { answers, evaluation, problems } = must(
    readPage(form, {}, contextOf(), 'a', new URLSearchParams(sent)),
  );
  return {
    kept: answers.x,
    shown: answerDocument(evaluation).sections[0]?.rows[0]?.answer ?? '',
    problem: problems[0]?.message ?? null,
  };
}

const good: readonly (readonly [
  name: string,
  field: object,
  text: string | Record<string, string>,
  kept: unknown,
  shown: string,
])[] = [
  ['text', { type: 'text' }, '  Erika ', 'Erika', 'Erika'],
  [
    'digits in groups',
    { type: 'text', characters: 'digits', minLength: 15, maxLength: 15 },
    '276 0981-0612 3456',
    '276098106123456',
    '276098106123456',
  ],
  ['e-mail', { type: 'email' }, 'erika@beispiel.de', 'erika@beispiel.de', 'erika@beispiel.de'],
  ['phone', { type: 'phone' }, '05261 / 213-0', '05261 / 213-0', '05261 / 213-0'],
  ['phone abroad', { type: 'phone' }, '+49 (5261) 2130', '+49 (5261) 2130', '+49 (5261) 2130'],
  ['German decimal', { type: 'number', decimals: 1, unit: 'kg' }, '1.234,5', 1234.5, '1.234,5 kg'],
  ['zero', { type: 'number' }, '0', 0, '0'],
  ['money', { type: 'money' }, '1.234,50 €', 123450, '1.234,50 €'],
  ['whole money', { type: 'money' }, '25', 2500, '25,00 €'],
  [
    'iban',
    { type: 'iban' },
    'de89 3704 0044 0532 0130 00',
    'DE89370400440532013000',
    'DE89 3704 0044 0532 0130 00',
  ],
  ['iban abroad', { type: 'iban' }, 'NL91ABNA0417164300', 'NL91ABNA0417164300', 'NL91 ABNA 0417 1643 00'],
  ['plate', { type: 'plate' }, 'lip ab 123', 'LIP-AB 123', 'LIP-AB 123'],
  ['electric plate', { type: 'plate' }, 'K-A 1234E', 'K-A 1234E', 'K-A 1234E'],
  ['umlaut plate', { type: 'plate' }, 'GÖ-X 1h', 'GÖ-X 1H', 'GÖ-X 1H'],
  [
    'address',
    { type: 'address' },
    { street: 'Markt', number: '1', plz: '32657', city: 'Lemgo' },
    { street: 'Markt', number: '1', plz: '32657', city: 'Lemgo' },
    'Markt 1, 32657 Lemgo',
  ],
  ['yes', { type: 'yesno' }, 'ja', true, 'Ja'],
  ['declaration', { type: 'declaration' }, 'ja', true, 'Bestätigt'],
];

describe('a field takes', () => {
  for (const [name, field, text, kept, shown] of good) {
    it(name, () => assert.deepEqual(type(field, text), { kept, shown, problem: null }));
  }
});

const bad: readonly (readonly [
  name: string,
  field: object,
  text: string | Record<string, string>,
  problem: RegExp,
])[] = [
  ['nothing', { type: 'text' }, '', /Bitte füllen Sie „Feld“ aus/],
  ['only blanks', { type: 'text' }, '   ', /Bitte füllen/],
  [
    'its own message for nothing',
    { type: 'text', messages: { required: 'Wie heißen Sie?' } },
    '',
    /^Wie heißen Sie\?$/,
  ],
  [
    'its own message for nonsense',
    { type: 'iban', messages: { invalid: 'Bitte Ihre IBAN.' } },
    'DE00',
    /^Bitte Ihre IBAN\.$/,
  ],
  ['letters for digits', { type: 'text', characters: 'digits' }, '12a', /nur Ziffern/],
  ['too few digits', { type: 'text', characters: 'digits', minLength: 15, maxLength: 15 }, '12', /genau 15/],
  ['no e-mail', { type: 'email' }, 'erika@', /name@beispiel\.de/],
  ['no phone', { type: 'phone' }, 'anrufen', /Telefonnummer/],
  ['a day that does not exist', { type: 'date' }, '30.02.2024', /Diesen Tag gibt es nicht/],
  ['a day too early', { type: 'date', from: 'today' }, '20.11.2026', /nicht vor dem 21\.11\.2026/],
  ['a day too late', { type: 'date', to: 'today' }, '2026-11-22', /nicht nach dem 21\.11\.2026/],
  ['a word as number', { type: 'number' }, 'drei', /keine Zahl/],
  ['a fraction for a whole number', { type: 'number' }, '1,5', /ohne Komma/],
  ['too many decimals', { type: 'number', decimals: 1 }, '1,55', /höchstens 1 Stelle /],
  ['too little', { type: 'number', min: 5, unit: 'cm' }, '4', /mindestens 5 cm/],
  ['too much', { type: 'number', max: 5 }, '6', /höchstens 5 sein/],
  ['half a cent', { type: 'money' }, '1,555', /kein Geldbetrag/],
  ['a negative amount', { type: 'money' }, '-5', /mindestens 0,00 €/],
  ['a mistyped iban', { type: 'iban' }, 'DE88370400440532013000', /IBAN stimmt nicht/],
  ['a short German iban', { type: 'iban' }, 'DE8937040044053201300', /IBAN/],
  ['a plate with a leading zero', { type: 'plate' }, 'LIP-AB 012', /Kennzeichen/],
  ['a plate that is too long', { type: 'plate' }, 'LIP-AB 1234', /Kennzeichen/],
  [
    'an unknown choice',
    { type: 'choice', options: [{ value: 'a', label: 'A' }] },
    'b',
    /Auswahl gibt es hier nicht/,
  ],
  ['neither yes nor no', { type: 'yesno' }, 'vielleicht', /Auswahl/],
  ['a declaration not given', { type: 'declaration' }, '', /Bitte bestätigen Sie/],
  [
    'a wrong postcode',
    { type: 'address' },
    { street: 'Markt', number: '1', plz: '3265', city: 'Lemgo' },
    /fünf Ziffern/,
  ],
  [
    'an address without number',
    { type: 'address' },
    { street: 'Markt', plz: '32657', city: 'Lemgo' },
    /Hausnummer/,
  ],
  [
    'a check of its own',
    { type: 'number', checks: [{ holds: 'x > 3', message: 'Mehr als {x}, bitte.' }] },
    '2',
    /^Mehr als 2, bitte\.$/,
  ],
];

describe('a field refuses, in German,', () => {
  for (const [name, field, text, problem] of bad) {
    it(name, () => assert.match(type(field, text).problem ?? '(nothing)', problem));
  }

  it('and keeps what was typed, so that it can be mended', () =>
    assert.equal(type({ type: 'number' }, 'drei').kept, 'drei'));
});
