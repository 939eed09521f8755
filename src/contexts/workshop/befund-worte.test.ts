import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verortet } from './befund.ts';
import { antwortWort, inWorten } from './befund-worte.ts';
import type { Json } from './domain/json.ts';
import { worteVon } from './domain/worte.ts';
import { stelleWort } from './settings/angabe-wort.ts';

const formular: Json = {
  pages: [
    { id: 'person', title: 'Wer sind Sie?', fields: [{ type: 'name', id: 'name', label: 'Ihr Name' }] },
    {
      id: 'baeume',
      title: 'Welche Bäume?',
      fields: [
        {
          type: 'group',
          id: 'baeume-liste',
          label: 'Die Bäume',
          item: 'Baum',
          fields: [
            { type: 'yesno', id: 'krank', label: 'Ist der Baum krank?' },
            { type: 'choice', id: 'art', label: 'Art', options: [{ value: 'laub', label: 'Laubbaum' }] },
          ],
        },
      ],
    },
  ],
};

test('entries are counted from one, and places go by title and label', () => {
  assert.equal(stelleWort('options[0].label'), 'Auswahl 1 › Beschriftung');
  assert.equal(
    inWorten('pages[1] beendet jeden Weg, siehe pages[1].fields[0].condition.', formular),
    '„Welche Bäume?“ beendet jeden Weg, siehe „Die Bäume“, Erscheint nur, wenn.',
  );
  assert.equal(
    inWorten('Keine Antworten führen zur Seite „baeume“.', formular),
    'Keine Antworten führen zur Seite „Welche Bäume?“.',
  );
  assert.equal(
    inWorten('Einen Parameter „gebuehr“ gibt es nicht.', formular),
    'Einen Wert der Kommune „gebuehr“ gibt es nicht.',
  );
});

test('a name that stands in a group is said with what it is called there', () => {
  const befund = {
    ...{ schwere: 'fehler' as const, art: 'Definition ist nicht schlüssig', abhilfe: null, weg: null },
    stelle: 'formular.json: pages[1].fields[0].fields[1].condition',
    was: 'Zeichen 1: Ein Feld „krank“ gibt es nicht.',
  };
  assert.match(verortet(befund, formular).was, /In seiner Gruppe heißt es „row\.krank“/);
  const other = { ...befund, was: 'Ein Feld „gibtesnicht“ gibt es nicht.' };
  assert.doesNotMatch(verortet(other, formular).was, /row/);
});

test('answers and questions are said in words, rows with their number', () => {
  const { frage, seite } = worteVon(formular);
  assert.equal(frage('baeume-liste.1.krank'), '„Baum 2, Ist der Baum krank?“');
  assert.equal(frage('name.family'), '„Ihr Name, Nachname“');
  assert.equal(seite('person'), '„Wer sind Sie?“');
  assert.equal(seite('gibt-es-nicht'), 'gibt-es-nicht');
  assert.equal(antwortWort(formular, 'art', 'laub'), 'Laubbaum');
  assert.equal(antwortWort(formular, 'krank', true), 'ja');
  assert.equal(antwortWort(formular, 'name', { given: 'Erika', family: 'Muster' }), 'Erika, Muster');
});
