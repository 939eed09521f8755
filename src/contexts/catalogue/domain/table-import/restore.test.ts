import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineageOf, successorsOf } from '../nachfolge.ts';
import type { Decision } from './proposals.ts';
import { alive, begun, importTable, rowsOf, snapshotOf, today } from './testing/catalogue-state.ts';
import { freshCatalogue, randomRows } from './testing/random-catalogue.ts';

const anyDecision = fc.array(fc.constantFrom<Decision>('annehmen', 'naechste', 'ablehnen'), {
  minLength: 7,
  maxLength: 7,
});

test('A → B → A gives every Leistung its number, its attributes and what was recorded under it back', () => {
  fc.assert(
    fc.property(freshCatalogue, randomRows, anyDecision, (start, changes, answers) => {
      const decide = (at: number) => answers[at % answers.length] ?? 'ablehnen';
      const a = begun(start);
      const b = importTable(a, changes(rowsOf(a)), decide);
      const again = importTable(b, rowsOf(a), decide);
      assert.deepEqual(alive(again), alive(a));
      const snapshot = snapshotOf(again);
      for (const { id } of alive(a)) assert.deepEqual(successorsOf(snapshot, id, today), []);
      // What was recorded in B under a part or a whole leads back to a Leistung of A.
      for (const { nach } of b.nachfolgen)
        if (!snapshot.leistungById.has(nach)) assert.ok(successorsOf(snapshot, nach, today).length > 0, nach);
    }),
    { numRuns: 20000 },
  );
});

test('the same table a second time changes nothing, and no number is ever given twice', () => {
  fc.assert(
    fc.property(freshCatalogue, randomRows, randomRows, anyDecision, (start, first, second, answers) => {
      const decide = (at: number) => answers[at % answers.length] ?? 'ablehnen';
      const a = begun(start);
      const b = importTable(a, first(rowsOf(a)), decide);
      assert.deepEqual(alive(importTable(b, rowsOf(b), decide)), alive(b));
      const c = importTable(b, second(rowsOf(b)), decide);
      assert.equal(new Set(c.known.map(({ id }) => id)).size, c.known.length);
    }),
    { numRuns: 200 },
  );
});

test('A → B → A → B gives the Leistungen of B their numbers back too', () => {
  fc.assert(
    fc.property(freshCatalogue, randomRows, (start, changes) => {
      const decide = () => 'annehmen' as const;
      const a = begun(start);
      const b = importTable(a, changes(rowsOf(a)), decide);
      const c = importTable(importTable(b, rowsOf(a), decide), rowsOf(b), decide);
      assert.deepEqual(alive(c), alive(b));
      const [first, second] = [snapshotOf(b), snapshotOf(c)];
      for (const { von } of b.nachfolgen)
        assert.deepEqual(successorsOf(second, von, today), successorsOf(first, von, today));
    }),
    { numRuns: 200 },
  );
});

test('what was recorded under a Leistung counts for its parts, and under all parts for the whole', () => {
  fc.assert(
    fc.property(freshCatalogue, randomRows, (start, changes) => {
      const a = begun(start);
      const snapshot = snapshotOf(importTable(a, changes(rowsOf(a)), () => 'annehmen'));
      for (const { von } of snapshot.nachfolgen)
        for (const next of successorsOf(snapshot, von, today))
          assert.ok(lineageOf(snapshot, next, today).includes(von));
    }),
    { numRuns: 200 },
  );
});
