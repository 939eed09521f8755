import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contextOf, definitionOf, must, refused } from '../../testing/build.ts';
import { compileForm, formIn } from '../compile/compile-form.ts';
import { answerDocument } from '../evaluate/answer-document.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { missing } from '../evaluate/problems.ts';
import { languageReports, textKeys } from './translate.ts';

const german = definitionOf(
  [
    {
      id: 'hunde',
      title: 'Ihre Hunde',
      fields: [
        {
          type: 'group',
          id: 'hunde',
          label: 'Hunde',
          item: 'Hund',
          fields: [{ type: 'text', id: 'name', label: 'Name', hint: 'Rufname' }],
        },
        { type: 'choice', id: 'art', label: 'Art', options: [{ value: 'klein', label: 'Klein' }] },
      ],
    },
  ],
  { lines: [{ id: 'gebuehr', label: 'Gebühr', amount: '1.00 EUR' }] },
);

const definition = {
  ...german,
  translations: {
    en: {
      title: 'Register a dog',
      'page.hunde.title': 'Your dogs',
      'field.hunde.item': 'dog',
      'field.hunde.name.label': 'Name of the dog',
      'field.art.option.klein': 'small',
      'fee.gebuehr.label': 'Fee',
      'field.katze.label': 'Cat',
    },
    'de-simple': { 'field.hunde.name.label': 'Wie heißt der Hund?' },
  },
};

test('a form speaks each of its languages, with the German text where one is missing', () => {
  const form = must(compileForm(definition));
  const answers = { hunde: [{ key: '1', name: 'Rex' }], art: 'klein' };
  const document = answerDocument(evaluate(formIn(form, 'en'), answers, contextOf()));
  assert.equal(document.language, 'en');
  assert.equal(document.title, 'Register a dog');
  assert.deepEqual(
    document.sections[0]?.rows.map(({ question, answer }) => [question, answer]),
    [['Art', 'small']],
  );
  assert.deepEqual(document.sections[0]?.parts[0], {
    title: 'dog 1',
    rows: [{ field: 'hunde.0.name', place: 'hunde.#1.name', question: 'Name of the dog', answer: 'Rex' }],
  });
  assert.equal(answerDocument(evaluate(formIn(form, 'uk'), answers, contextOf())).language, 'de');
});

test('what is missing is said in the language too, in Leichte Sprache with short sentences', () => {
  const form = must(compileForm(definition));
  const said = (language: string) => missing(evaluate(formIn(form, language), {}, contextOf()))[0]?.message;
  assert.equal(said('en'), 'Please fill in “Name of the dog”.');
  assert.equal(
    said('de-simple'),
    'Hier fehlt etwas: Wie heißt der Hund?. Bitte schreiben Sie die Antwort in das Feld.',
  );
});

test('missing texts and keys that no text has are reported for each language', () => {
  const [english, simple] = languageReports(definition);
  assert.deepEqual(english?.unknown, ['field.katze.label']);
  assert.deepEqual(english?.missing, ['field.hunde.label', 'field.hunde.name.hint', 'field.art.label']);
  assert.equal(simple?.missing.length, textKeys(definition).length - 1);
});

test('a broken text of a translation is refused with its language and place', () => {
  const broken = { ...definition, translations: { en: { 'field.art.label': 'Kind {nothing}' } } };
  assert.match(
    refused(compileForm(broken)).fields?.[0]?.field ?? '',
    /^translations\.en \(pages\[0\]\.fields\[1\]\.label\)/,
  );
});
