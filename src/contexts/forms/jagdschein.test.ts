import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { evaluate } from './domain/evaluate/evaluate.ts';
import type { Answers } from './domain/evaluate/evaluation.ts';
import { feeOf } from './domain/evaluate/fee.ts';
import { missing } from './domain/evaluate/problems.ts';
import { serviceTexts } from './domain/onlinedienst/published-texts.ts';
import { contextOf, shippedDienst, today } from './testing/build.ts';
import { jagdValues } from './testing/kommune-values.ts';
import { type ServiceWalk, testWalks } from './testing/service-walks.ts';

const file = { id: 'f1', name: 'nachweis.pdf', type: 'pdf', bytes: 1000 };

const guest = {
  ersterSchein: 'nein',
  art: '002',
  jahre: 'jahr3',
  gueltigAb: '2026-12-01',
  pruefung: [file],
  vornamen: 'Erika',
  familienname: 'Muster',
  geburtsdatum: '1990-02-03',
  geburtsort: 'Lemgo',
  geburtsstaat: 'DE',
  staatsangehoerigkeit: ['DE'],
  anschrift: { street: 'Mittelstr.', number: '12a', plz: '32657', city: 'Lemgo', country: 'DE' },
  ausweis: [file],
  rechtsgrund: '006',
  rechtsgrundNachweis: [file],
  versichert: true,
  versicherer: 'V',
  versicherungsnummer: '1',
  befristet: true,
  versichertVon: '2026-12-01',
  versichertBis: '2029-03-31',
  versicherungNachweis: [file],
  keinVerfahren: true,
  gesund: true,
  richtig: true,
};
const flaeche = {
  key: '1',
  bezirk: 'Lemgo Nord',
  gemeinde: 'Lemgo',
  kreis: 'Kreis Lippe',
  groesse: 120.5,
  anteil: 60,
  von: '2026-12-01',
};
const tenant = { ...guest, rechtsgrund: '002', flaechen: [flaeche] };
const whole =
  'erster-schein schein pruefung person wohnung jagdrecht versicherung eignung erklaerung summary';

const walks: readonly ServiceWalk[] = [
  { name: 'nothing answered yet', answers: {}, path: whole, submittable: false },
  { name: 'a guest for three years', answers: guest, path: whole, submittable: true },
  { name: 'somebody for two weeks', answers: { ...guest, art: '001' }, path: whole, submittable: true },
  {
    name: 'somebody who leases a hunting ground',
    answers: tenant,
    path: whole.replace('versicherung', 'flaechen versicherung'),
    submittable: true,
  },
  {
    name: 'somebody who had one before',
    answers: { ...guest, ersterSchein: 'ja' },
    path: 'erster-schein anderer-weg end',
    submittable: false,
  },
];

describe('Onlinedienst jagdschein', async () => {
  const dienst = await shippedDienst('jagdschein');
  const context = contextOf(dienst.definition.parameters, jagdValues);
  const evaluated = (answers: Answers) => evaluate(dienst.form, answers, context);

  testWalks(dienst.form, context, walks);

  it('takes fee and Jagdabgabe from the table of the Kommune', () => {
    const cents = (answers: Answers) => feeOf(evaluated(answers)).lines.map((line) => line.cents);
    assert.deepEqual(cents(guest), [7_001, 9_003]);
    assert.deepEqual(cents({ ...guest, art: '001' }), [1_001]);
  });

  it('gives nobody under 16 a Jagdschein, and asks the parents of those under 18', () => {
    const fields = (year: string) =>
      missing(evaluated({ ...guest, geburtsdatum: `${year}-01-02` })).map(({ field }) => field);
    assert.deepEqual(fields('2012'), ['geburtsdatum', 'einverstaendnis']);
    assert.deepEqual(fields('2009'), ['einverstaendnis']);
    assert.deepEqual(fields('2008'), []);
  });

  it('lets a Jahresjagdschein begin with the current Jagdjahr, a Tagesjagdschein not in the past, none after the next Jagdjahr', () => {
    const fields = (art: string, gueltigAb: string) =>
      missing(evaluated({ ...guest, art, gueltigAb })).map(({ field }) => field);
    assert.deepEqual(fields('002', '2026-04-01'), []);
    assert.deepEqual(fields('002', '2026-03-31'), ['gueltigAb']);
    assert.deepEqual(fields('001', '2026-11-20'), ['gueltigAb']);
    assert.deepEqual(fields('001', '2026-11-21'), []);
    assert.deepEqual(fields('002', '2028-03-31'), []);
    assert.deepEqual(fields('002', '2028-04-01'), ['gueltigAb']);
  });

  it('counts the age on the day of the application where the Jagdschein begins earlier', () => {
    const young = { ...guest, gueltigAb: '2026-04-01', einverstaendnis: [file] };
    const fields = (geburtsdatum: string) =>
      missing(evaluated({ ...young, geburtsdatum })).map(({ field }) => field);
    assert.deepEqual(fields('2010-11-21'), []);
    assert.deepEqual(fields('2010-11-22'), ['geburtsdatum']);
  });

  it('takes no word about a trial or an illness', () => {
    const answers = { ...guest, keinVerfahren: false, gesund: false };
    assert.deepEqual(missing(evaluated(answers)), []);
  });

  it('takes no share that is larger than the whole hunting ground', () => {
    const answers = { ...tenant, flaechen: [{ ...flaeche, anteil: 121 }] };
    assert.deepEqual(
      missing(evaluated(answers)).map(({ field }) => field),
      ['flaechen.0.anteil'],
    );
  });

  it('keeps the ids of the data schema, and says for whom it is', async () => {
    const text = await readFile(
      new URL('../../../data/onlinedienste/jagdschein/formular.json', import.meta.url),
      'utf8',
    );
    assert.match(text, /"id": "S07000000248"/);
    assert.ok(new Set(text.match(/F\d{11}/g)).size >= 25);
    assert.match(serviceTexts(dienst, context.parameters, today).forWhom, /Kreis Musterland/);
  });
});
