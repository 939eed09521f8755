import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newBoxKeys, openBox, sealTo } from './sealed-box.ts';

const place = { table: 'applications.nachricht', column: 'text_sealed', row: '1' };

test('what is sealed to somebody opens with that key alone, in its place, and whole', () => {
  const [keys, others] = [newBoxKeys(), newBoxKeys()];
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(openBox(keys, place, sealTo(keys.publicKey, place, text)), text);
    }),
    { numRuns: 20 },
  );
  const sealed = sealTo(keys.publicKey, place, 'Welche Farbe hat Bello?');
  assert.throws(() => openBox(others, place, sealed));
  assert.throws(() => openBox({ ...keys, publicKey: others.publicKey }, place, sealed));
  assert.throws(() => openBox(keys, { ...place, row: '2' }, sealed));
  for (let at = 12; at < sealed.length; at += 7) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.throws(() => openBox(keys, place, changed), `byte ${at}`);
  }
  assert.throws(() => openBox(keys, place, sealed.subarray(0, 30)));
});

test('the same words to the same person never look the same', () => {
  const { publicKey } = newBoxKeys();
  assert.notDeepEqual(sealTo(publicKey, place, 'Ja'), sealTo(publicKey, place, 'Ja'));
});
