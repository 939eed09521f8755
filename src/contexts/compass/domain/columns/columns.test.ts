import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { coverage } from './coverage.ts';
import { addFact, compactSteps, emptyHistory, hasGaps } from './history.ts';
import { matrixOf } from './matrix.ts';
import { anyState, pivot } from './pivot.ts';
import { progress } from './progress.ts';
import { eachCell, scopeOf } from './scope.ts';
import { dayNumber, type StandFact } from './stand-fact.ts';
import { gesagtVon, type StandOn, standOn, takeOver } from './stand-on.ts';

const matrix = matrixOf(
  ['a', 'b', 'c'].map((ags, index) => ({
    ags,
    name: ags,
    klasse: null,
    kreisAgs: null,
    einwohner: index === 2 ? null : 1000 * (index + 1),
  })),
  ['L1', 'L2', 'L3', 'L4'].map((id, index) => ({ id, ozgId: 10_000 + (index % 2), themenfeldId: 1 })),
);

const online = 6;
const nothing = { zustand: 0, reifegrad11: -1, reifegrad20: -1, fallzahl: -1 };
const statement: fc.Arbitrary<StandFact> = fc.record({
  cell: fc.nat({ max: matrix.cells - 1 }),
  day: fc.integer({ min: 1, max: 40 }),
  zustand: fc.integer({ min: 1, max: 8 }),
  reifegrad11: fc.integer({ min: -1, max: 4 }),
  reifegrad20: fc.integer({ min: -1, max: 7 }),
  fallzahl: fc.integer({ min: -1, max: 500 }),
  loesung: fc.nat({ max: 3 }),
});
/** From its day on nothing is said any more. */
const takenBack = statement.map(({ cell, day }): StandFact => ({ ...nothing, cell, day, loesung: 0 }));
const fact = fc.oneof({ weight: 3, arbitrary: statement }, takenBack);
const facts = fc.array(fact, { maxLength: 60 });
const pflicht = fc
  .array(fc.boolean(), { minLength: matrix.cells, maxLength: matrix.cells })
  .map((owed) => Uint8Array.from(owed, Number));
const day = fc.integer({ min: 0, max: 45 });

function history(given: readonly StandFact[]) {
  const made = emptyHistory(matrix.cells, 2);
  for (const each of given) addFact(made, each);
  return made;
}

/** What a Stand says of every cell. */
function said(stand: StandOn) {
  return Array.from({ length: matrix.cells }, (_, cell) => gesagtVon(stand, cell));
}

/** The statement that counts, found the slow way: the one made last of those that hold from `on` or an earlier day. */
function latest(given: readonly StandFact[], cell: number, on: number): StandFact | undefined {
  return given.findLast((each) => each.cell === cell && each.day <= on);
}

const scope = (owed: Uint8Array | null) =>
  scopeOf(matrix, { body: ({ ags }) => ags !== 'b', leistung: ({ id }) => id !== 'L4', pflicht: owed });

function cellsOf(owed: Uint8Array | null): readonly number[] {
  const cells: number[] = [];
  eachCell(matrix, scope(owed), (cell) => cells.push(cell));
  return cells;
}

test('on every day a cell has what was said last of that day or before', () => {
  fc.assert(
    fc.property(facts, day, (given, on) => {
      const stand = standOn(history(given), on);
      for (let cell = 0; cell < matrix.cells; cell += 1) {
        const expected = latest(given, cell, on);
        const { zustand, reifegrad11, reifegrad20, fallzahl } = expected ?? nothing;
        assert.deepEqual(gesagtVon(stand, cell), { zustand, reifegrad11, reifegrad20, fallzahl });
      }
    }),
  );
});

test('statements that come later are counted as if they had been there from the start', () => {
  fc.assert(
    fc.property(facts, facts, day, (earlier, later, on) => {
      const grown = history(earlier);
      const before = standOn(grown, on);
      for (const each of later) {
        addFact(grown, each);
        takeOver(grown, before, each.cell);
      }
      const whole = history([...earlier, ...later]);
      assert.deepEqual(said(standOn(grown, on)), said(standOn(whole, on)));
      assert.deepEqual(said(before), said(standOn(whole, on)));
      const every = scopeOf(matrix, { body: () => true, leistung: () => true, pflicht: null });
      assert.deepEqual(
        progress(matrix, grown, every, [10, 20, 30]),
        progress(matrix, whole, every, [10, 20, 30]),
      );
    }),
  );
});

test('a history that grew for long is made compact and says the same', () => {
  const grown = history([]);
  const given = Array.from({ length: 30_000 }, (_, index): StandFact => {
    const [cell, day] = [(index * 7) % matrix.cells, 1 + Math.floor(index / matrix.cells)];
    return {
      cell,
      day,
      zustand: 1 + (index % 8),
      reifegrad11: -1,
      reifegrad20: -1,
      fallzahl: index,
      loesung: 0,
    };
  });
  for (const each of given) addFact(grown, each);
  const before = standOn(grown, 20);
  assert.ok(hasGaps(grown));
  for (const _ of compactSteps(grown)) assert.deepEqual(said(standOn(grown, 20)), said(before));
  assert.deepEqual(said(standOn(grown, 20)), said(before));
  assert.equal(grown.left, 0);
  assert.equal(grown.facts.length, given.length);
});

test('a question counts each of its cells once, in the part to which it belongs', () => {
  fc.assert(
    fc.property(facts, pflicht, day, (given, owed, on) => {
      const byState = {
        size: 16,
        part: Uint16Array.from({ length: 16 }, (_, code) => code),
        by: 'zustand',
      } as const;
      const answer = pivot(matrix, standOn(history(given), on), {
        scope: scope(owed),
        where: anyState,
        rows: { size: 1, part: new Uint16Array(matrix.leistungen.length), by: 'leistung' },
        columns: byState,
      });
      const expected = new Float64Array(16);
      for (const cell of cellsOf(owed)) {
        const code = latest(given, cell, on)?.zustand ?? 0;
        expected[code] = (expected[code] ?? 0) + 1;
      }
      assert.deepEqual(answer.cells, expected);
    }),
  );
});

test('coverage is the share of all that is owed, whoever has said nothing about it', () => {
  fc.assert(
    fc.property(facts, pflicht, day, (given, owed, on) => {
      const [all] = coverage(matrix, standOn(history(given), on), {
        scope: scope(owed),
        where: { ...anyState, zustaende: 1 << online },
        parts: { size: 1, part: new Uint16Array(matrix.leistungen.length), by: 'leistung' },
      });
      assert.ok(all);
      const pairs = cellsOf(owed).map((cell) => ({
        said: latest(given, cell, on),
        people: matrix.bodies[Math.floor(cell / matrix.leistungen.length)]?.einwohner ?? 0,
      }));
      const done = pairs.filter(({ said }) => said?.zustand === online);
      const known = (each: { said: StandFact | undefined }) => Math.max(0, each.said?.fallzahl ?? 0);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      assert.deepEqual(all.kommunen, { part: done.length, whole: pairs.length });
      assert.deepEqual(all.einwohner, {
        part: sum(done.map(({ people }) => people)),
        whole: sum(pairs.map(({ people }) => people)),
      });
      assert.deepEqual(all.faelle, { part: sum(done.map(known)), whole: sum(pairs.map(known)) });
      assert.equal(all.ohneAngabe, pairs.filter(({ said }) => (said?.zustand ?? 0) === 0).length);
      assert.equal(all.ohneFallzahl, pairs.filter(({ said }) => (said?.fallzahl ?? -1) < 0).length);
    }),
  );
});

test('the progress of each day is what the Stand of that day counts', () => {
  fc.assert(
    fc.property(facts, pflicht, fc.uniqueArray(day, { minLength: 1, maxLength: 6 }), (given, owed, on) => {
      const days = on.toSorted((a, b) => a - b);
      const over = progress(matrix, history(given), scope(owed), days);
      for (const [index, each] of days.entries()) {
        const expected = new Uint32Array(16);
        for (const cell of cellsOf(owed)) {
          const code = latest(given, cell, each)?.zustand ?? 0;
          expected[code] = (expected[code] ?? 0) + 1;
        }
        assert.deepEqual(over.counts[index], expected);
      }
    }),
  );
});

test('days are counted from the first of January 2000', () => {
  assert.equal(dayNumber('2000-01-01'), 0);
  assert.equal(dayNumber('2000-03-01'), 60);
  assert.equal(dayNumber('1999-12-31'), 0);
});
