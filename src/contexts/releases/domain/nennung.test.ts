import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nennung, nennungen, verstehe } from './nennung.ts';

const alle = [
  { ags: '05766044', name: 'Lemgo' },
  { ags: '05766020', name: 'Detmold' },
  { ags: '08225064', name: 'Neuburg' },
  { ags: '13074057', name: 'Neuburg' },
  { ags: '05515000', name: 'Münster' },
  { ags: '05766', name: 'Lippe' },
] as const;

const keys = (text: string) => verstehe(nennungen(text), alle).gefunden.map(({ ags }) => ags);

test('names and keys are understood as people paste them', () => {
  assert.deepEqual(keys('Lemgo; detmold\tStadt Münster\r\nLEMGO'), ['05766044', '05766020', '05515000']);
  assert.deepEqual(keys('5766044\nMuenster\n05766'), ['05766044', '05515000', '05766'], 'a lost zero');
  assert.deepEqual(keys('Neuburg (13074057)'), ['13074057']);
});

test('a name that several bear is asked back, one that nobody bears with those like it', () => {
  const { gefunden, mehrdeutig, unbekannt } = verstehe(['Neuburg', 'Lemgow', 'Atlantis', '99999999'], alle);
  assert.deepEqual(gefunden, []);
  assert.deepEqual(
    mehrdeutig.map(({ wort, moeglich }) => [wort, moeglich.length]),
    [['Neuburg', 2]],
  );
  assert.deepEqual(
    unbekannt.map(({ wort, aehnlich }) => [wort, aehnlich.map(({ name }) => name)]),
    [
      ['Lemgow', ['Lemgo']],
      ['Atlantis', []],
      ['99999999', []],
    ],
  );
});

test('what was chosen is understood again as the same, and every word is answered for once', () => {
  fc.assert(
    fc.property(fc.subarray([...alle]), fc.array(fc.string({ maxLength: 12 })), (chosen, words) => {
      assert.deepEqual(verstehe(nennungen(chosen.map(nennung).join('\n')), alle).gefunden, chosen);
      const asked = nennungen(words.join('\n'));
      const { gefunden, mehrdeutig, unbekannt } = verstehe(asked, alle);
      assert.ok(gefunden.length + mehrdeutig.length + unbekannt.length <= new Set(asked).size);
      assert.equal(new Set(gefunden.map(({ ags }) => ags)).size, gefunden.length);
    }),
  );
});
