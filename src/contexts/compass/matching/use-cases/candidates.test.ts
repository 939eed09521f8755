import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LoesungStand, MatchingSignale } from '#solutions';
import {
  arbitraryInhalt,
  enthalten,
  leistungIds,
  stand,
  today,
} from '../../../solutions/testing/loesungen.ts';
import { candidatesOf, suggestionsFor } from './candidates.ts';

const nothingKnown: MatchingSignale = { heute: today, nutzung: new Map(), fachverfahren: [] };
const gaps = leistungIds.map((leistungId) => ({ leistungId, ozgId: 1 }));
const many = fc
  .array(arbitraryInhalt, { maxLength: 8 })
  .map((contents) => contents.map((content, index) => stand(`s-${index}`, content)));
const some = fc.uniqueArray(fc.constantFrom<string>(...leistungIds), { minLength: 1, maxLength: 5 });
const ids = (list: readonly { readonly loesung: LoesungStand }[] | undefined) =>
  (list ?? []).map(({ loesung }) => loesung.id);

test('dieselbe Frage gibt dieselbe Reihenfolge, in welcher Ordnung sie auch gestellt wird', () => {
  fc.assert(
    fc.property(many, some, (all, wanted) => {
      assert.deepEqual(
        ids(suggestionsFor([...wanted].reverse(), [...all].reverse(), nothingKnown)),
        ids(suggestionsFor(wanted, all, nothingKnown)),
      );
      const [one, other] = [
        candidatesOf(gaps, all, nothingKnown),
        candidatesOf(gaps.toReversed(), all.toReversed(), nothingKnown),
      ];
      for (const id of leistungIds) assert.deepEqual(ids(one.get(id)), ids(other.get(id)));
    }),
  );
});

test('wer mehr Lücken schließt und sonst gleich ist, steht nie weiter unten', () => {
  const alike = fc.record({ level: fc.option(fc.integer({ min: 0, max: 4 })), rest: arbitraryInhalt });
  fc.assert(
    fc.property(many, alike, some, some, (all, { level, rest }, closed, further) => {
      const contained = (list: readonly string[]) => list.map((id) => enthalten(id, { reifegrad11: level }));
      const more = [...new Set([...closed, ...further])];
      const status = 'verfuegbar' as const;
      const less = stand('x-less', { ...rest, status, leistungen: contained(closed) });
      // By its id it would stand behind, so that only what it closes can bring it to the front.
      const greater = stand('y-more', { ...rest, status, leistungen: contained(more) });
      const solutions = [...all, less, greater];
      for (const list of [
        suggestionsFor([...leistungIds], solutions, nothingKnown),
        ...closed.map((id) => candidatesOf(gaps, solutions, nothingKnown).get(id)),
      ]) {
        const order = ids(list);
        if (more.length > closed.length) assert.ok(order.indexOf('y-more') < order.indexOf('x-less'));
      }
    }),
  );
});

test('für jede Lücke stehen nur Lösungen, die sie schließen; Vorschläge zuerst nach der Zahl der Lücken', () => {
  fc.assert(
    fc.property(many, (all) => {
      for (const [id, found] of candidatesOf(gaps, all, nothingKnown))
        assert.ok(found.length > 0 && found.every(({ deckt }) => deckt.includes(id)));
      const counts = suggestionsFor([...leistungIds], all, nothingKnown).map(({ deckt }) => deckt.length);
      assert.deepEqual(
        counts,
        counts.toSorted((a, b) => b - a),
      );
    }),
  );
});

test('eine Lösung wird an allen Lücken derselben OZG-Leistung gemessen', () => {
  const four = stand('vier', { leistungen: leistungIds.slice(0, 4).map((id) => enthalten(id)) });
  const [first] = candidatesOf(gaps, [four], nothingKnown).get('L00001') ?? [];
  assert.equal(first?.gruende[0]?.satz, 'Deckt 4 von 5 Leistungen.');
  const alone = gaps.map(({ leistungId }) => ({ leistungId, ozgId: null }));
  const [single] = candidatesOf(alone, [four], nothingKnown).get('L00001') ?? [];
  assert.equal(single?.gruende[0]?.satz, 'Deckt 1 von 1 Leistung.');
});
