import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatBytes, tellApart } from './file-label.ts';

test('files of the same name are told apart by a number before the ending', () => {
  const names: string[] = [];
  for (const name of [
    'Foto.jpg',
    'Foto.jpg',
    'FOTO.JPG',
    'Foto.jpg',
    'Foto (2).jpg',
    'Foto',
    'Foto',
    '.env',
    '.env',
  ])
    names.push(tellApart(name, names));
  assert.deepEqual(names, [
    'Foto.jpg',
    'Foto (2).jpg',
    'FOTO (3).JPG',
    'Foto (4).jpg',
    'Foto (2) (2).jpg',
    'Foto',
    'Foto (2)',
    '.env',
    '.env (2)',
  ]);
});

test('a letter and its accent count as the letter with accent', () => {
  assert.equal(tellApart('Fu\u0308hrung.pdf', ['Führung.pdf']), 'Führung (2).pdf');
});

test('signs that nobody sees or that turn the reading direction are left out', () => {
  assert.equal(tellApart('Rechnung\u202Efdp.exe', []), 'Rechnungfdp.exe');
  assert.equal(tellApart('a\r\nb\u0000.pdf', []), 'ab.pdf');
  assert.equal(tellApart('  \u200B ', []), 'ohne Namen');
});

test('whatever the names are, no two are the same, none is longer than 255 signs or broken', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 12 }), (given) => {
      const names: string[] = [];
      for (const name of given) names.push(tellApart(name, names));
      assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
      assert.ok(names.every((name) => name.length > 0 && name.length <= 255 && name.isWellFormed()));
    }),
  );
});

test('sizes are rounded down', () => {
  assert.deepEqual([999, 1_000, 999_999, 10_900_000].map(formatBytes), [
    '999 Byte',
    '1 kB',
    '999 kB',
    '10 MB',
  ]);
});
