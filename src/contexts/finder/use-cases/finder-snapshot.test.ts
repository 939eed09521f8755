import assert from 'node:assert/strict';
import { test } from 'node:test';
import { search } from '../domain/search/search.ts';
import type { TextPort } from '../ports.ts';
import { smallInput } from '../testing/small-index.ts';
import { type IndexInput, openFinderSnapshot } from './finder-snapshot.ts';

function source() {
  let input: IndexInput = smallInput();
  let version = '1';
  let broken = false;
  const texts: TextPort = {
    version: async () => version,
    readAll: async (take) => {
      if (broken) throw new Error('the stream broke');
      take({
        leistungId: 'L04271',
        ars: '057660044044',
        name: `Tag ${version}`,
        suchbegriffe: [],
        teaser: '',
      });
    },
  };
  return {
    snapshot: openFinderSnapshot(async () => input, texts),
    changeWords: (wort: string) => {
      const more = { ozgId: 10119, leistungId: null, art: 'alltag' as const, sprache: 'de', wort };
      input = { ...input, thesaurus: [...input.thesaurus, more] };
    },
    changeTexts: (next: string) => {
      version = next;
    },
    breakTexts: (is: boolean) => {
      broken = is;
    },
  };
}

test('wer sucht, während ein neuer Index entsteht, bekommt den alten sofort und danach den neuen', async () => {
  const { snapshot, changeWords } = source();
  const old = await snapshot.current();
  changeWords('Lappen');
  const during = await snapshot.current();
  assert.equal(during, old);
  const fresh = await snapshot.fresh();
  assert.notEqual(fresh, old);
  assert.equal(await snapshot.current(), fresh);
  const found = search(fresh, { text: 'lappen', kette: null, limit: 1, offset: 0 });
  assert.equal(found.treffer[0]?.ozgId, 10119);
});

test('auch geänderte Texte machen einen neuen Index; unverändert bleibt derselbe', async () => {
  const { snapshot, changeTexts } = source();
  const first = await snapshot.current();
  assert.equal(await snapshot.fresh(), first);
  changeTexts('2');
  assert.notEqual(await snapshot.fresh(), first);
});

test('bricht das Einlesen ab, bleibt der alte Index, und der nächste versucht es wieder', async () => {
  const { snapshot, changeTexts, breakTexts } = source();
  const first = await snapshot.current();
  changeTexts('2');
  breakTexts(true);
  assert.equal(await snapshot.current(), first);
  await assert.rejects(snapshot.fresh());
  assert.equal(await snapshot.current(), first);
  breakTexts(false);
  assert.notEqual(await snapshot.fresh().catch(() => snapshot.fresh()), first);
});
