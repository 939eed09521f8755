import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { type Wortlaut, wortlautOf } from './wortlaut.ts';

function satz(gesetz: string, paragraf: string, absatz: string | null): Wortlaut {
  const quelle = { title: 'Sammlung', url: null };
  const standAm = localDate('2026-04-18');
  const id = `${gesetz}-${paragraf}-${absatz}`;
  return { id, gesetz, paragraf, absatz, text: id, standAm, quelle, evidenz: 'norm-gelesen' };
}

const held = [
  satz('GewO', '14', '1'),
  satz('GewO', '14', '3'),
  satz('GewO', '33c', '1'),
  satz('GastG', '9', null),
  satz('GastG', '10', null),
];

function texts(norm: string): readonly (readonly string[])[] {
  return wortlautOf(held, norm).map(({ saetze }) => saetze.map(({ fundstelle }) => fundstelle));
}

test('ein Paragraf bringt alle seine Sätze, ein Absatz nur die seinen', () => {
  assert.deepEqual(texts('§ 14 GewO'), [['§ 14 Abs. 1 GewO', '§ 14 Abs. 3 GewO']]);
  assert.deepEqual(texts('§ 14 Abs. 3 GewO'), [['§ 14 Abs. 3 GewO']]);
  assert.deepEqual(texts('§ 9 Abs. 2 GastG'), [['§ 9 GastG']]);
  assert.deepEqual(texts('§§ 9–11 GastG'), [['§ 9 GastG', '§ 10 GastG']]);
  assert.deepEqual(texts('§§ 33a–33i GewO'), [['§ 33c Abs. 1 GewO']]);
});

test('ohne hinterlegten Wortlaut bleibt das Zitat mit leerer Liste stehen', () => {
  assert.deepEqual(wortlautOf(held, '§ 15 GewO'), [{ zitat: '§ 15 GewO', saetze: [] }]);
});

test('ein Landesgesetz, eine alte Fassung oder ein anderer Buchstabe ist nicht derselbe Paragraf', () => {
  for (const norm of ['§ 14 GewO NRW', '§ 14 GewO a. F.', '§ 14a GewO', '§ 33 GewO', '§ 14 Abs. 2 GewO'])
    assert.deepEqual(texts(norm).flat(), [], norm);
});
