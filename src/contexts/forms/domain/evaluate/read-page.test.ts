import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contextOf, formOf, must } from '../../testing/build.ts';
import { evaluate } from './evaluate.ts';
import type { Answers } from './evaluation.ts';
import { nextPage, pageToShow, progressOf } from './navigation.ts';
import { pageModel } from './page-model.ts';
import { pruned } from './prune.ts';
import type { PageFiles } from './read-fields.ts';
import { type PageReading, readPage } from './read-page.ts';
import { uploadsOf } from './uploads.ts';

const form = formOf([
  {
    id: 'a',
    title: 'A',
    fields: [
      { type: 'yesno', id: 'auto', label: 'Auto?' },
      { type: 'plate', id: 'kennzeichen', label: 'Kennzeichen', condition: 'auto' },
      {
        type: 'multichoice',
        id: 'farben',
        label: 'Farben',
        required: false,
        options: [
          { value: 'rot', label: 'Rot' },
          { value: 'blau', label: 'Blau' },
        ],
      },
    ],
  },
  { id: 'b', title: 'B', condition: 'auto', fields: [{ type: 'date', id: 'tuev', label: 'TÜV' }] },
  {
    id: 'c',
    title: 'C',
    fields: [
      {
        type: 'group',
        id: 'kinder',
        label: 'Kinder',
        item: 'Kind',
        min: 1,
        max: 3,
        fields: [
          { type: 'text', id: 'name', label: 'Name' },
          { type: 'file', id: 'bild', label: 'Bild', types: ['pdf'], required: false, maxCount: 2 },
        ],
      },
    ],
  },
]);
const context = contextOf();

function send(
  page: string,
  sent: Record<string, string>,
  answers: Answers = {},
  files?: PageFiles,
): PageReading {
  return must(readPage(form, answers, context, page, new URLSearchParams(sent), files));
}

const two = {
  kinder: [
    { key: '1', name: 'Ada', bild: [{ id: 'f1', name: 'ada.pdf', type: 'pdf', bytes: 5 }] },
    { key: '2', name: 'Bob', bild: [{ id: 'f2', name: 'bob.pdf', type: 'pdf', bytes: 5 }] },
  ],
};
const twoSent = {
  'kinder.n': '2',
  'kinder.0.key': '1',
  'kinder.0.name': 'Ada',
  'kinder.1.key': '2',
  'kinder.1.name': 'Bob',
  _fields: 'kinder.0.name kinder.0.bild kinder.1.name kinder.1.bild',
};

describe('a page that was sent', () => {
  it('is read into clean answers', () => {
    const { answers, problems } = send('a', { auto: 'ja', kennzeichen: ' lip-ab123 ' });
    assert.deepEqual(answers, { auto: true, kennzeichen: 'LIP-AB 123' });
    assert.deepEqual(problems, []);
  });

  it('keeps what was typed wrong, and says how to mend it', () => {
    const { answers, problems } = send('a', { auto: 'ja', kennzeichen: '123' });
    assert.equal(answers.kennzeichen, '123');
    assert.deepEqual(
      problems.map(({ field, message }) => [field, message]),
      [['kennzeichen', 'Das ist kein deutsches Kennzeichen. Es sieht so aus: LIP-AB 123.']],
    );
  });

  it('asks, without blame, for fields that only the new answer brought to light', () => {
    const { problems, revealed } = send('a', { auto: 'ja', _fields: 'auto farben' });
    assert.deepEqual([problems.map(({ field }) => field), revealed], [['kennzeichen'], ['kennzeichen']]);
  });

  it('takes an unticked box as no longer chosen, but leaves fields alone that were not shown', () => {
    const before = { auto: true, kennzeichen: 'LIP-AB 123', farben: ['rot'] };
    assert.deepEqual(send('a', { auto: 'nein', _fields: 'auto farben' }, before).answers, {
      auto: false,
      kennzeichen: 'LIP-AB 123',
    });
  });

  it('drops answers off the way at submission only, and they come back before', () => {
    const before = { auto: true, kennzeichen: 'LIP-AB 123', tuev: '2027-01-01' };
    const without = send('a', { auto: 'nein', _fields: 'auto farben' }, before);
    assert.deepEqual(pruned(without.evaluation), { auto: false });
    assert.deepEqual(nextPage(without.evaluation, 'a'), { kind: 'page', page: 'c' });
    const again = send('a', { auto: 'ja', _fields: 'auto farben' }, without.answers);
    assert.deepEqual(again.answers, before);
    assert.deepEqual(nextPage(again.evaluation, 'a'), { kind: 'page', page: 'b' });
    assert.deepEqual(progressOf(again.evaluation, 'b'), { position: 2, total: 3 });
  });

  it('reads a day as Germans write it', () => {
    assert.equal(send('b', { tuev: '1.2.2027' }, { auto: true }).answers.tuev, '2027-02-01');
    assert.match(
      send('b', { tuev: '31.02.2027' }, { auto: true, kennzeichen: 'B-A 1' }).problems[0]?.message ?? '',
      /Diesen Tag gibt es nicht/,
    );
  });
});

describe('rows', () => {
  it('are added and removed by buttons, without complaints about empty fields', () => {
    const added = send('c', { ...twoSent, _action: 'add:kinder' }, two);
    assert.deepEqual([added.go, added.problems, added.focus], ['stay', [], 'kinder.2']);
    assert.equal((added.answers.kinder as unknown[]).length, 3);
    const removed = send('c', { ...twoSent, _action: 'remove:kinder:0' }, two);
    assert.deepEqual(removed.answers.kinder, [two.kinder[1]]);
  });

  it('keep their files when another is removed, even when the page is sent twice', () => {
    const sent = { ...twoSent, _action: 'remove:kinder:0' };
    const once = send('c', sent, two);
    const twice = send('c', sent, once.answers);
    assert.deepEqual(twice.answers.kinder, [two.kinder[1]]);
    const added = { ...twoSent, _action: 'add:kinder' };
    assert.deepEqual(send('c', added, send('c', added, two).answers).answers, send('c', added, two).answers);
  });

  it('of a group that needs one are shown before anybody fills them', () => {
    const model = must(pageModel(evaluate(form, {}, context), 'c'));
    const group = model.fields[0];
    assert.deepEqual(group?.kind === 'group' ? [group.rows.length, group.canAdd, group.canRemove] : [], [
      1,
      true,
      false,
    ]);
  });
});

describe('files', () => {
  it('join the row whose field they came with, and are removed by name', () => {
    const file = { id: 'f3', name: 'neu.pdf', type: 'pdf', bytes: 9 };
    const joined = send('c', twoSent, two, new Map([['kinder.1.bild', [file]]]));
    assert.deepEqual(
      (joined.answers.kinder as typeof two.kinder)[1]?.bild.map(({ id }) => id),
      ['f2', 'f3'],
    );
    assert.deepEqual(joined.problems, []);
    const removed = send('c', { ...twoSent, _action: 'file:kinder.1.bild:f2' }, joined.answers);
    assert.deepEqual(
      (removed.answers.kinder as typeof two.kinder)[1]?.bild.map(({ id }) => id),
      ['f3'],
    );
  });

  it('too many, too large or of another kind are refused in clear words', () => {
    const wrong = (bytes: number, type: string, count: number) => {
      const files = Array.from({ length: count }, (_, index) => ({
        id: `n${index}`,
        name: 'a.pdf',
        type,
        bytes,
      }));
      return send('c', twoSent, {}, new Map([['kinder.0.bild', files]])).problems[0]?.message ?? '';
    };
    assert.match(wrong(5, 'pdf', 3), /höchstens 2 Dateien/);
    assert.match(wrong(11_000_000, 'pdf', 1), /größer als 10 MB/);
    assert.match(wrong(5, 'exe', 1), /keine erlaubte Art/);
    assert.match(wrong(0, 'pdf', 1), /leer/);
  });

  it('are announced to the door that takes them', () => {
    const uploads = uploadsOf(must(pageModel(evaluate(form, two, context), 'c')));
    assert.deepEqual(
      [...uploads].map(([name, { room, maxBytes }]) => [name, room, maxBytes]),
      [
        ['kinder.0.bild', 1, 10_000_000],
        ['kinder.1.bild', 1, 10_000_000],
      ],
    );
  });
});

describe('pages asked for out of order', () => {
  it('lead to the first page that still needs something', () => {
    const show = (answers: Answers, wanted: string | null) =>
      pageToShow(evaluate(form, answers, context), wanted);
    assert.deepEqual(show({}, 'c'), { kind: 'page', page: 'a' });
    assert.deepEqual(show({ auto: false }, 'c'), { kind: 'page', page: 'c' });
    assert.deepEqual(show({ auto: false }, 'b'), { kind: 'page', page: 'c' });
    assert.deepEqual(show({ auto: false }, 'nirgends'), { kind: 'page', page: 'c' });
    assert.deepEqual(show({ auto: false, kinder: [{ name: 'Ada' }] }, null), { kind: 'summary' });
  });
});
