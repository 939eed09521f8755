import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildFinderIndex } from '../build-index.ts';
import { searchEvery } from './search-every.ts';

const ozg = (ozgId: number, name: string) => ({
  ozgId,
  name,
  lageId: 1,
  lage: 'Lage',
  themenfeldId: 1,
  themenfeld: 'Feld',
});
const leistung = (id: string, name: string, ozgId: number, leika: string) => ({
  id,
  name,
  ozgId,
  leika,
  recht: [],
});

const index = buildFinderIndex({
  ozg: [ozg(10001, 'Hundehaltung'), ozg(10002, 'Führerschein')],
  leistungen: [
    leistung('L00001', 'Hundehaltung Anmeldung', 10001, '99110009104000'),
    leistung('L00002', 'Hundehaltung Abmeldung', 10001, '99110009070000'),
    leistung('L00003', 'Führerschein Ausstellung', 10002, '99108008012000'),
  ],
  thesaurus: [{ ozgId: 10001, leistungId: null, art: 'alltag', sprache: 'de', wort: 'Hund' }],
  synonyme: [],
  beschreibungen: [],
});
const found = (text: string) => searchEvery(index, { text, kette: null });

describe('Searching for every Leistung that fits', () => {
  test('behind the best of an OZG-Leistung stand the others of it, each once', () => {
    assert.deepEqual(found('Hundehaltung Anmeldung'), ['L00001', 'L00002']);
    assert.deepEqual(found('Hundehaltung Abmeldung'), ['L00002', 'L00001']);
    assert.deepEqual(found('Hund').toSorted(), ['L00001', 'L00002']);
  });

  test('a key stands for itself alone, and nothing is found for nothing', () => {
    assert.deepEqual(found('99110009104000'), ['L00001']);
    assert.deepEqual(found('xyzzy'), []);
    assert.deepEqual(found(''), []);
  });
});
