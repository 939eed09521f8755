import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quartal } from '#kernel';
import { type Abweichung, beachteAbweichungen, mitAbweichungen } from './abweichung.ts';
import type { Massnahme } from './massnahme.ts';

const lemgo = '05766044';
const detmold = '05766020';
const lage = '05766040';
const early = quartal('2027-Q1');
const late = quartal('2028-Q2');
const deviation = (ags: string, tut: Abweichung['tut'], when = late): Abweichung => ({
  leistungId: 'L02950',
  ags,
  tut,
  quartal: tut === 'spaeter' ? when : null,
  grund: 'Eigenes Formular.',
  dienst: 'Hund anmelden',
  href: '/einfuehrungsstrategie/onlinedienst/hund',
});

test('who does not introduce it is left out, who comes later is moved, who does it anyway is taken in', () => {
  const wishes = [
    { ags: lemgo, quartal: early },
    { ags: detmold, quartal: early },
  ];
  const after = mitAbweichungen(wishes, [
    deviation(lemgo, 'spaeter'),
    deviation(detmold, 'fuehrt-nicht-ein'),
    deviation(lage, 'fuehrt-ein'),
  ]);
  assert.deepEqual(after, [
    { ags: lemgo, quartal: late },
    { ags: lage, quartal: null },
  ]);
});

test('the plan tells each deviation that changes it with its reason, and no other', () => {
  const massnahme: Massnahme = {
    id: 'hund',
    fassung: 1,
    herkunft: 'hand',
    beendet: false,
    angegebenAm: new Date('2026-11-22T12:00:00Z'),
    inhalt: {
      titel: 'Hund anmelden',
      leistungId: 'L02950',
      vorlage: 'efa',
      kommunen: [{ ags: detmold, quartal: early }],
      gewicht: 50,
      begruendung: '',
      verfuegbarAb: null,
      frist: null,
      nach: [],
      teams: {},
    },
  };
  const names = new Map([
    [detmold, 'Detmold'],
    [lemgo, 'Lemgo'],
  ]);
  const { massnahmen, hinweise } = beachteAbweichungen(
    [massnahme],
    [deviation(detmold, 'fuehrt-nicht-ein'), deviation(lemgo, 'fuehrt-nicht-ein')],
    names,
  );
  assert.deepEqual(massnahmen[0]?.inhalt.kommunen, []);
  assert.deepEqual(hinweise, [
    '„Hund anmelden“: Detmold führt es abweichend von der Einführungsstrategie nicht ein. Grund: Eigenes Formular.',
  ]);
});
