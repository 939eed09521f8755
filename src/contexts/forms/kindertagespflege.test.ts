import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from './domain/evaluate/evaluate.ts';
import type { Answers } from './domain/evaluate/evaluation.ts';
import { feeOf } from './domain/evaluate/fee.ts';
import { missing } from './domain/evaluate/problems.ts';
import { serviceTexts } from './domain/onlinedienst/published-texts.ts';
import { contextOf, shippedDienst, today } from './testing/build.ts';
import { tagespflegeValues } from './testing/kommune-values.ts';
import { type ServiceWalk, testWalks } from './testing/service-walks.ts';

const file = { id: 'f1', name: 'nachweis.pdf', type: 'pdf', bytes: 1000 };
const anschrift = { street: 'Mittelstr.', number: '12a', plz: '32657', city: 'Lemgo' };

/** Somebody who rents rooms at another address, alone. */
const rooms = {
  umfang: 'ja',
  antragArt: '001',
  ort: '003',
  vornamen: 'Erika',
  familienname: 'Muster',
  geburtsdatum: '1985-02-03',
  geburtsort: 'Lemgo',
  geburtsstaat: 'DE',
  staatsangehoerigkeit: ['DE'],
  familienstand: 'LD',
  anschrift,
  telefon: '05261 0000',
  gleicheAnschrift: false,
  stelleName: 'Waldmäuse (erfunden)',
  stelleAnschrift: anschrift,
  raeume: 'Zwei Zimmer und ein Garten.',
  groesse: '001',
  mietvertrag: [file],
  gemeinsam: false,
  qualiArt: 'Grundkurs',
  qualiUmfang: '300 Stunden',
  lebenslauf: [file],
  ersteHilfe: [file],
  masern: [file],
  eigenesZeugnis: '001',
  eigenesZeugnisAm: '2026-11-01',
  strafverfahren: '002',
  richtig: true,
};
const partner = { key: '1', vornamen: 'Max', familienname: 'Muster', geburt: '1980-01-01' };
const atHome = {
  ...rooms,
  ort: '001',
  zusammen: true,
  haushalt: [{ ...partner, zeugnis: '001', zeugnisAm: '2026-11-01' }],
  haushaltsbescheinigung: [file],
};
const path =
  'erlaubnis ort person kontakt raeume zusammenarbeit qualifikation nachweise gesundheit fuehrungszeugnis erklaerung summary';

const walks: readonly ServiceWalk[] = [
  { name: 'somebody with rooms of their own', answers: rooms, path, submittable: true },
  { name: 'somebody who is not sure', answers: { ...rooms, umfang: 'unsicher' }, path, submittable: true },
  {
    name: 'somebody whose Erlaubnis runs out',
    answers: { ...rooms, antragArt: '002' },
    path,
    submittable: true,
  },
  {
    name: 'somebody at home',
    answers: atHome,
    path: path.replace('zusammenarbeit', 'haushalt mitbewohner zusammenarbeit'),
    submittable: true,
  },
  {
    name: 'somebody who lives alone',
    answers: { ...atHome, zusammen: false },
    path: path.replace('zusammenarbeit', 'haushalt zusammenarbeit'),
    submittable: true,
  },
  { name: 'somebody at the home of the parents', answers: { ...rooms, ort: '002' }, path, submittable: true },
  {
    name: 'somebody who needs no Erlaubnis',
    answers: { umfang: 'nein' },
    path: 'erlaubnis keine-erlaubnis end',
    submittable: false,
  },
];

describe('Onlinedienst kindertagespflege', async () => {
  const dienst = await shippedDienst('kindertagespflege');
  const context = contextOf(dienst.definition.parameters, tagespflegeValues);
  const evaluated = (answers: Answers) => evaluate(dienst.form, answers, context);
  const fields = (answers: Answers) => missing(evaluated(answers)).map(({ field }) => field);

  testWalks(dienst.form, context, walks);

  it('asks for the Mietvertrag of rented rooms alone, for the household at home alone', () => {
    const { mietvertrag, ...withoutContract } = rooms;
    assert.deepEqual(fields(withoutContract), ['mietvertrag']);
    assert.deepEqual(fields({ ...atHome, mietvertrag: [] }), []);
    const { haushaltsbescheinigung, ...withoutProof } = atHome;
    assert.deepEqual(fields(withoutProof), ['haushaltsbescheinigung']);
  });

  it('asks for the Führungszeugnis of everybody from 14 years on, not of children', () => {
    const born = (geburt: string) => fields({ ...atHome, haushalt: [{ ...partner, geburt }] });
    assert.deepEqual(born('2012-11-21'), ['haushalt.0.zeugnis']);
    assert.deepEqual(born('2012-11-22'), []);
    assert.deepEqual(born('2020-00-00'), []);
  });

  it('asks for the day that fits: applied for, or planned, and takes no application in the future', () => {
    const { eigenesZeugnisAm, ...open } = rooms;
    assert.deepEqual(fields({ ...open, eigenesZeugnis: '002' }), ['eigenesZeugnisGeplant']);
    assert.deepEqual(fields({ ...rooms, eigenesZeugnisAm: '2026-11-22' }), ['eigenesZeugnisAm']);
  });

  it('asks for the protection against measles as soon as one person is born after 1970', () => {
    const { masern, ...without } = { ...atHome, geburtsdatum: '1970-12-31' };
    const withPartner = (geburt: string) => ({
      ...without,
      haushalt: [{ ...partner, geburt, zeugnis: '001', zeugnisAm: '2026-11-01' }],
    });
    assert.deepEqual(fields(withPartner('1970-12-31')), []);
    assert.deepEqual(fields(withPartner('1971-01-01')), ['masern']);
    assert.deepEqual(fields(withPartner('1971-00-00')), ['masern']);
    const other = { andereVornamen: 'Uta', andereFamilienname: 'Beispiel', andereGeburtsdatum: '1990-01-01' };
    const together = { ...withPartner('1960-01-01'), gemeinsam: true, bekannt: true, ...other };
    assert.deepEqual(fields(together), ['masern']);
    assert.deepEqual(fields({ ...together, bekannt: false }), []);
  });

  it('asks who the other person is only where they are known', () => {
    assert.deepEqual(fields({ ...rooms, gemeinsam: true }), ['bekannt']);
    assert.deepEqual(fields({ ...rooms, gemeinsam: true, bekannt: true }), [
      'andereVornamen',
      'andereFamilienname',
      'andereGeburtsdatum',
    ]);
  });

  it('wants Aktenzeichen and Behörde of a Strafverfahren alone', () =>
    assert.deepEqual(fields({ ...rooms, strafverfahren: '001' }), ['strafverfahrenAngabe']));

  it('takes the fee that the Kommune states, and no line where it is free', () => {
    assert.deepEqual(
      feeOf(evaluated(rooms)).lines.map(({ cents }) => cents),
      [4_001],
    );
    const free = contextOf(dienst.definition.parameters, { ...tagespflegeValues, gebuehr: 0 });
    assert.deepEqual(feeOf(evaluate(dienst.form, rooms, free)).lines, []);
  });

  it('says on its page what the Kommune filled in', () => {
    const texts = serviceTexts(dienst, context.parameters, today);
    assert.match(texts.cost, /40,01/);
    assert.doesNotMatch(JSON.stringify(texts), /[{}][^",:]*param/);
  });
});
