import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contextOf, formOf } from '../../testing/build.ts';
import { answerDocument } from '../evaluate/answer-document.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { missing } from '../evaluate/problems.ts';
import { readPage } from '../evaluate/read-page.ts';
import type { Json } from '../json.ts';
import { isPensionId, isTaxId } from './key-fields.ts';
import { normalTime } from './time-fields.ts';

const context = {
  ...contextOf(),
  places: {
    citiesOf: (plz: string) =>
      plz === '32657' ? ['Lemgo'] : plz === '32683' ? ['Barntrup', 'Dörentrup'] : [],
  },
};

/** What becomes of a field that was sent: its answer, what it says in the document, and what is wrong. */
function sent(field: object, values: Readonly<Record<string, string | readonly string[]>>) {
  const form = formOf([{ id: 'a', title: 'A', fields: [{ id: 'x', label: 'Frage', ...field }] }]);
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of typeof value === 'string' ? [value] : value) params.append(name, one);
  const reading = readPage(form, {}, context, 'a', params);
  assert.ok(reading.ok);
  const { answers, evaluation, problems } = reading.value;
  const answer: Json | undefined = answers.x;
  return {
    answer,
    shown: answerDocument(evaluation).sections[0]?.rows[0]?.answer,
    problems: problems.map(({ field: name, message }) => `${name}: ${message}`),
  };
}

describe('the further kinds of fields', () => {
  it('keep a name in its parts and show it in one line', () => {
    const name = sent(
      { type: 'name', parts: ['title', 'given', 'family', 'birth'] },
      { 'x.given': 'Erika', 'x.family': 'Muster', 'x.birth': 'Gabler' },
    );
    assert.deepEqual(name, {
      answer: { given: 'Erika', family: 'Muster', birth: 'Gabler' },
      shown: 'Erika Muster, geb. Gabler',
      problems: [],
    });
    assert.deepEqual(sent({ type: 'name' }, { 'x.given': 'Erika' }).problems, [
      'x.family: Bitte geben Sie Ihren Nachnamen an.',
    ]);
  });

  it('fill in the town that a postcode names alone, and ask where it names several', () => {
    const address = (plz: string, city = '') =>
      sent({ type: 'address' }, { 'x.street': 'Weg', 'x.number': '1', 'x.plz': plz, 'x.city': city });
    assert.equal(address('32657').shown, 'Weg 1, 32657 Lemgo');
    assert.match(address('32683').problems[0] ?? '', /x\.city: .*mehrere Orte.*Barntrup, Dörentrup/);
    assert.equal(address('32683', 'Dörentrup').problems.length, 0);
    assert.deepEqual(address('99999').problems, ['x.city: Bitte geben Sie den Ort an.']);
  });

  it('take addresses abroad where the form asks for the country', () => {
    const abroad = sent(
      { type: 'address', country: true },
      { 'x.street': 'Rue X', 'x.number': '', 'x.plz': 'L-1234', 'x.city': 'Luxemburg', 'x.country': 'LU' },
    );
    assert.deepEqual(abroad.problems, []);
    assert.match(abroad.shown ?? '', /Luxemburg, LU/);
  });

  it('read times, days with times, and periods', () => {
    assert.equal(sent({ type: 'time' }, { x: '9.05 Uhr' }).answer, '09:05');
    assert.equal(sent({ type: 'time' }, { x: '24:00' }).problems.length, 1);
    assert.equal(
      sent({ type: 'datetime' }, { 'x.day': '1.5.2026', 'x.time': '8:30' }).shown,
      '01.05.2026, 08:30',
    );
    const period = (from: string, to: string, open = false) =>
      sent({ type: 'period', open }, { 'x.from': from, 'x.to': to });
    assert.equal(period('2026-05-01', '2026-05-03').shown, '01.05.2026 bis 03.05.2026');
    assert.match(period('2026-05-03', '2026-05-01').problems[0] ?? '', /^x\.to: .*vor dem Anfang/);
    assert.equal(period('2026-05-03', '').problems.length, 1);
    assert.equal(period('2026-05-03', '', true).shown, '03.05.2026 bis offen');
  });

  it('take dates whose day or month nobody knows, and count with the earliest and the latest day', () => {
    const known = (day: string, month: string, year: string, more = {}) =>
      sent({ type: 'partialDate', ...more }, { 'x.day': day, 'x.month': month, 'x.year': year });
    assert.deepEqual(
      [known('', '', '1980').shown, known('', '5', '1980').shown, known('7', '5', '1980').shown],
      ['1980', '05.1980', '07.05.1980'],
    );
    assert.equal(known('', '', '1980', { known: 'month' }).problems.length, 1);
    for (const [day, month, year] of [
      ['31', '2', '1980'],
      ['5', '', '1980'],
      ['', '13', '1980'],
      ['', '', '80'],
    ] as const)
      assert.equal(known(day, month, year).problems.length, 1, `${day}.${month}.${year}`);
    const form = formOf([
      {
        id: 'a',
        title: 'A',
        fields: [
          { type: 'partialDate', id: 'x', label: 'Geboren' },
          {
            type: 'calculated',
            id: 'sicher',
            label: 'Sicher volljährig',
            show: true,
            value: 'age(x.latest) >= 18',
          },
          {
            type: 'calculated',
            id: 'kann',
            label: 'Kann volljährig sein',
            show: true,
            value: 'age(x.earliest) >= 18',
          },
        ],
      },
    ]);
    const rows = answerDocument(evaluate(form, { x: '2008-00-00' }, context)).sections[0]?.rows ?? [];
    assert.deepEqual(
      rows.map(({ answer }) => answer),
      ['2008', 'Nein', 'Ja'],
    );
  });

  it('know the check digits of Steuer-ID and Versicherungsnummer', () => {
    assert.ok(isTaxId('86095742719'));
    assert.ok(isTaxId('47036892816'));
    assert.ok(isPensionId('15070649C103'));
    assert.equal(sent({ type: 'taxId' }, { x: '86 095 742 719' }).shown, '86 095 742 719');
    for (const wrong of ['86095742718', '12345678901', '06095742719', '8609574271', '11145678901'])
      assert.ok(!isTaxId(wrong), wrong);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'86095742719'];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        assert.ok(!isTaxId(digits.join('')), digits.join(''));
      }),
    );
  });

  it('know keys by their shape: AGS, BIC, postcode, address of the net', () => {
    const right = {
      ags: '05 766 044',
      bic: 'weladed1lem',
      plz: '32657',
      url: 'www.lemgo.de',
      plate: 'LIP-AB 12',
    };
    for (const [type, x] of Object.entries(right)) assert.deepEqual(sent({ type }, { x }).problems, [], type);
    const wrong = {
      ags: '17000000',
      bic: 'XX',
      plz: '00123',
      url: 'javascript:alert(1)',
      year: '26',
      plate: 'X',
    };
    for (const [type, x] of Object.entries(wrong))
      assert.equal(sent({ type }, { x }).problems.length, 1, type);
    assert.equal(sent({ type: 'url' }, { x: 'www.lemgo.de' }).answer, 'https://www.lemgo.de');
  });

  it('find states and nationalities by their names as people type them', () => {
    assert.deepEqual(sent({ type: 'country' }, { x: 'österreich' }), {
      answer: 'AT',
      shown: 'Österreich',
      problems: [],
    });
    assert.match(sent({ type: 'country' }, { x: 'Kongo' }).problems[0] ?? '', /Ähnlich sind: .*Kongo/);
    assert.equal(
      sent({ type: 'nationality' }, { x: ['Deutschland', 'Ukraine', ''] }).shown,
      'Deutschland, Ukraine',
    );
    assert.equal(sent({ type: 'nationality' }, { x: 'staatenlos' }).answer?.toString(), 'XXA');
  });

  it('take a place as coordinates, as words, or both', () => {
    assert.equal(sent({ type: 'location' }, { 'x.point': '52,0281; 8,9001' }).problems.length, 0);
    assert.equal(sent({ type: 'location' }, { 'x.text': 'Ecke Mittelstraße' }).shown, 'Ecke Mittelstraße');
    assert.equal(sent({ type: 'location' }, { 'x.point': '152, 8' }).problems.length, 1);
    assert.equal(sent({ type: 'location' }, { 'x.point': 'hier' }).problems.length, 1);
  });

  it('need no consent unless the form says so, and say what was decided', () => {
    const consent = { type: 'consent', purpose: 'Rückfragen per E-Mail', withdrawal: 'Per E-Mail an uns' };
    assert.deepEqual(sent(consent, {}), { answer: undefined, shown: 'Nicht eingewilligt', problems: [] });
    assert.equal(sent(consent, { x: 'ja' }).shown, 'Eingewilligt');
  });

  it('count choices, and refuse texts that miss their pattern', () => {
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));
    assert.equal(sent({ type: 'multichoice', options, minCount: 2 }, { x: ['a'] }).problems.length, 1);
    assert.equal(sent({ type: 'multichoice', options, maxCount: 1 }, { x: ['a', 'b'] }).problems.length, 1);
    assert.equal(sent({ type: 'text', pattern: '[A-Z]{2}\\d{3}' }, { x: 'AB123' }).problems.length, 0);
    assert.equal(sent({ type: 'text', pattern: '[A-Z]{2}\\d{3}' }, { x: 'AB1234' }).problems.length, 1);
  });

  it('never fail, whatever is answered', () => {
    const kinds = [
      'name',
      'address',
      'time',
      'datetime',
      'period',
      'partialDate',
      'year',
      'taxId',
      'pensionId',
      'ags',
      'bic',
      'plz',
      'url',
      'country',
      'nationality',
      'location',
    ];
    const form = formOf([
      { id: 'a', title: 'A', fields: kinds.map((type) => ({ type, id: `${type}Feld`, label: type })) },
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.jsonValue({ maxDepth: 3 }), (kind, value) => {
        const evaluation = evaluate(form, JSON.parse(JSON.stringify({ [`${kind}Feld`]: value })), context);
        assert.ok(missing(evaluation).length <= kinds.length);
        answerDocument(evaluation);
      }),
      { numRuns: 300 },
    );
    assert.equal(normalTime('7:5'), '07:05');
  });
});
