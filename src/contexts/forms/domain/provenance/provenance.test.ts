import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contextOf, formOf } from '../../testing/build.ts';
import { answerDocument } from '../evaluate/answer-document.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { type KnownValue, originsAfter, prefilled } from './prefill.ts';

const form = formOf([
  {
    id: 'person',
    title: 'Person',
    fields: [
      { type: 'text', id: 'nachname', label: 'Nachname', prefill: 'konto.nachname' },
      { type: 'date', id: 'geboren', label: 'Geboren', prefill: 'konto.geburtsdatum' },
      { type: 'text', id: 'ort', label: 'Ort' },
      { type: 'calculated', id: 'alter', label: 'Alter', value: 'age(geboren)', show: true },
    ],
  },
]);
const account: KnownValue['origin'] = { kind: 'account', level: 'high', on: '2026-11-21' };
const known = new Map<string, KnownValue>([
  ['konto.nachname', { value: 'Muster', origin: account }],
  ['konto.geburtsdatum', { value: '1990-02-30', origin: account }],
]);

test('known values are filled in where nothing is answered, and only where the field takes them', () => {
  const empty = { answers: {}, origins: {} };
  const filled = prefilled(form, empty, contextOf(), known);
  assert.deepEqual(filled, {
    answers: { nachname: 'Muster' },
    origins: { nachname: { ...account, edited: false } },
  });
  const answered = prefilled(form, { answers: { nachname: 'Anders' }, origins: {} }, contextOf(), known);
  assert.deepEqual(answered, { answers: { nachname: 'Anders' }, origins: {} });
});

test('each answer says where it comes from, in words and for machines; one’s own statement needs no word', () => {
  const { answers, origins } = prefilled(form, { answers: {}, origins: {} }, contextOf(), known);
  const later = { ...answers, ort: 'Lemgo', geboren: '1990-02-03' };
  const rows = answerDocument(evaluate(form, later, contextOf(), origins)).sections[0]?.rows ?? [];
  assert.deepEqual(
    rows.map(({ field, origin, provenance }) => [field, origin, provenance?.kind]),
    [
      ['nachname', 'aus Ihrem Konto (Vertrauensniveau hoch)', 'account'],
      ['geboren', undefined, undefined],
      ['ort', undefined, undefined],
      ['alter', 'berechnet', 'computed'],
    ],
  );
});

test('a change after the prefill stays visible, also when it is changed back; what is emptied is nobody’s', () => {
  const origins = { nachname: { ...account, edited: false }, 'hunde.#7.chip': { ...account, edited: false } };
  const before = { nachname: 'Muster', hunde: [{ key: '7', chip: '1' }] };
  const changed = originsAfter(origins, before, { ...before, nachname: 'Anders' });
  assert.equal(changed.nachname?.edited, true);
  assert.equal(changed['hunde.#7.chip']?.edited, false);
  assert.equal(originsAfter(changed, { ...before, nachname: 'Anders' }, before).nachname?.edited, true);
  assert.deepEqual(Object.keys(originsAfter(origins, before, { nachname: 'Muster', hunde: [] })), [
    'nachname',
  ]);
  const rows =
    answerDocument(evaluate(form, { nachname: 'Anders' }, contextOf(), changed)).sections[0]?.rows ?? [];
  assert.equal(rows[0]?.origin, 'aus Ihrem Konto (Vertrauensniveau hoch), danach von Ihnen geändert');
});
