import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';
import { buildFinderIndex } from '../../src/contexts/finder/domain/build-index.ts';
import type { FinderIndex } from '../../src/contexts/finder/domain/finder-index.ts';
import { foldedLine } from '../../src/contexts/finder/domain/index/suggest-index.ts';
import { meaningfulWords } from '../../src/contexts/finder/domain/index/vocabulary.ts';
import { search } from '../../src/contexts/finder/domain/search/search.ts';
import { stemWord } from '../../src/contexts/finder/domain/words/stem-word.ts';
import { type Figures, figuresOf, type Half, queriesOf, shippedInput, shippedThesaurus } from './measure.ts';

// The best values measured so far; whoever makes it better writes the new ones here. CI's floor is 0.02 below them.
const bestValues = z.record(z.enum(['seen', 'unseen']), z.object({ hit5: z.number(), mrr10: z.number() }));
const best = bestValues.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'best.json'), 'utf8')));
const slack = 0.02;

const halves: readonly Half[] = ['seen', 'unseen'];

function findWith(index: FinderIndex) {
  return ({ query }: { readonly query: string }) =>
    search(index, { text: query, kette: null, limit: 10, offset: 0 }).treffer.map(({ ozgId }) => ozgId ?? 0);
}

function lineOf(name: string, { queries, hit1, hit5, strict5, mrr10, ndcg10, zeroHits }: Figures): string {
  const shown = {
    'hit@1': hit1,
    'hit@5': hit5,
    'hit@5 (nur Note 3)': strict5,
    'MRR@10': mrr10,
    'nDCG@10': ndcg10,
    'ohne Treffer': zeroHits,
  };
  const figures = Object.entries(shown).map(([label, value]) => `${label} ${value.toFixed(3)}`);
  return `${name} (${queries}): ${figures.join(', ')}`;
}

test('die Suche findet, was Menschen meinen, und nicht schlechter als zuletzt', (t) => {
  const full = findWith(buildFinderIndex(shippedInput({ thesaurus: true })));
  const bare = findWith(buildFinderIndex(shippedInput({ thesaurus: false })));
  for (const half of halves) {
    const queries = queriesOf(half);
    const figures = figuresOf(queries, full);
    t.diagnostic(lineOf(half, figures));
    t.diagnostic(lineOf(`${half} ohne Thesaurus`, figuresOf(queries, bare)));
    const floor = best[half];
    assert.ok(floor, half);
    assert.ok(
      figures.hit5 >= floor.hit5 - slack,
      `${half}: hit@5 ${figures.hit5} unter ${floor.hit5} - ${slack}`,
    );
    assert.ok(
      figures.mrr10 >= floor.mrr10 - slack,
      `${half}: MRR@10 ${figures.mrr10} unter ${floor.mrr10} - ${slack}`,
    );
  }
});

test('kein Eintrag des Thesaurus ist eine ganze Suche der Prüfung', (t) => {
  const words = shippedThesaurus();
  assert.ok(words.length > 10_000, `nur ${words.length} Wörter`);
  const entries = new Set(words.map(({ wort }) => foldedLine(wort)));
  const stems = new Set(words.flatMap(({ wort }) => meaningfulWords(wort).map(stemWord)));
  for (const half of halves) {
    const queries = queriesOf(half).map(({ query }) => query);
    assert.equal(queries.filter((query) => entries.has(foldedLine(query))).length, 0, half);
    const asked = queries.flatMap((query) => meaningfulWords(query).map(stemWord));
    const known = asked.filter((stem) => stems.has(stem)).length / asked.length;
    t.diagnostic(`${half}: ${(known * 100).toFixed(1)} % der gefragten Wörter stehen im Thesaurus`);
  }
});

test('jeder Eintrag führt zu einer Leistung, die es gibt', () => {
  const { leistungen, ozg } = shippedInput({ thesaurus: false });
  const ids = new Set(leistungen.map(({ id }) => id));
  const ozgIds = new Set(ozg.map(({ ozgId }) => ozgId));
  const words = shippedThesaurus();
  assert.deepEqual(
    words.filter(({ leistungId }) => leistungId !== null && !ids.has(leistungId)),
    [],
  );
  assert.deepEqual(
    words.filter(({ ozgId }) => ozgId !== null && !ozgIds.has(ozgId)),
    [],
  );
  const covered = new Set(words.map(({ ozgId }) => ozgId));
  assert.deepEqual(
    [...ozgIds].filter((each) => !covered.has(each)),
    [],
  );
});
