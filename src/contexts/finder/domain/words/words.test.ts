import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutCompound } from './compound.ts';
import { editDistance } from './edit-distance.ts';
import { foldForSearch } from './fold.ts';
import { rootOf } from './root.ts';
import { soundOf } from './sound.ts';
import { stemWord } from './stem-word.ts';
import { wordsOf } from './tokenise.ts';

test('Umlaute, ß und ihre Umschreibung sind dasselbe, Akzente fallen weg', () => {
  for (const text of ['Führerschein', 'FUEHRERSCHEIN', 'Fuhrerschein', 'Führerschein'])
    assert.equal(foldForSearch(text), 'fuhrerschein');
  assert.equal(foldForSearch('Straße'), 'strasse');
  assert.equal(foldForSearch('Steuer neue Bauen'), 'steuer neue bauen');
  assert.equal(foldForSearch('Çocuk PARASI'), 'cocuk parasi');
});

test('Falten ist nach dem ersten Mal fertig', () => {
  fc.assert(fc.property(fc.string(), (text) => foldForSearch(foldForSearch(text)).length >= 0));
  for (const text of ['Führerschein', 'Poesie', 'Israel'])
    assert.equal(foldForSearch(foldForSearch(text)), foldForSearch(text));
});

test('Beugung ändert den Stamm nicht, in keiner Schrift', () => {
  const same = [
    ['haus', 'hauser', 'hausern'],
    ['hund', 'hunde', 'hunden', 'hundes'],
    ['паспорт', 'паспорта', 'паспорту'],
    ['البطالة', 'بطالة'].map(foldForSearch),
  ];
  for (const forms of same) assert.equal(new Set(forms.map(stemWord)).size, 1, forms.join(', '));
});

test('Wörter einer Familie haben eine Wurzel', () => {
  const same = [
    ['anmeldung', 'anmelden', 'angemeldet', 'anzumelden'],
    ['verloren', 'verlust', 'verlieren'],
    ['umzug', 'umziehen', 'umgezogen'],
    ['geburt', 'geboren'],
  ];
  for (const forms of same) assert.equal(new Set(forms.map(rootOf)).size, 1, forms.map(rootOf).join(', '));
});

test('römische Zahlen, Paragrafen und Bindestriche werden gelesen, wie man sie sucht', () => {
  assert.deepEqual(wordsOf('ALG II'), ['alg', '2']);
  assert.deepEqual(wordsOf('§ 34a GewO'), ['34a', 'gewo']);
  assert.deepEqual(wordsOf('AO-SF'), ['ao', 'sf', 'aosf']);
});

test('was gleich klingt, klingt gleich', () => {
  for (const [a, b] of [
    ['asyl', 'asil'],
    ['hartz', 'harz'],
    ['wohngeld', 'wohngelt'],
    ['ausweis', 'ausweiss'],
  ] as const)
    assert.equal(soundOf(a), soundOf(b), a);
});

test('ein vertauschter Buchstabe ist ein Fehler, und der Abstand ist gleich in beide Richtungen', () => {
  assert.equal(editDistance('strasse', 'starsse', 2), 1);
  assert.equal(editDistance('genehmigung', 'genemigung', 2), 1);
  assert.equal(editDistance('hund', 'katze', 1), 2);
  const word = fc.string({ maxLength: 8 });
  fc.assert(fc.property(word, word, (a, b) => editDistance(a, b, 9) === editDistance(b, a, 9)));
});

test('Zusammengesetztes wird an seiner Fuge geschnitten, und nur in bekannte Wörter', () => {
  const known = new Map([
    ['hund', 9],
    ['steuer', 9],
    ['schul', 4],
    ['beginn', 4],
    ['wohnung', 9],
    ['amt', 20],
  ]);
  const grade = (stem: string) => known.get(stem) ?? 0;
  const stems = (word: string) => {
    const cut = cutCompound(word, grade);
    return cut && [stemWord(cut.head), stemWord(cut.tail)];
  };
  assert.deepEqual(stems('hundesteuer'), ['hund', 'steuer'].map(stemWord));
  assert.deepEqual(stems('schulbeginn'), ['schul', 'beginn']);
  assert.deepEqual(stems('wohnungsamt'), ['wohnung', 'amt']);
  assert.equal(stems('xylophon'), null);
});
