import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseLeikaKey } from '#standards/leika';
import { type FruehererName, fruehereNamenOf } from './fruehere-namen.ts';
import { successorsOf } from './nachfolge.ts';
import type { LeistungFacts } from './table-import/raw-leistung.ts';
import {
  alive,
  begun,
  importTable,
  rowsOf,
  type State,
  snapshotOf,
  today,
} from './table-import/testing/catalogue-state.ts';
import { freshCatalogue, randomRows } from './table-import/testing/random-catalogue.ts';

/** What a rule can name: a number of ours, a key, or an object. */
type Named = { readonly id: string } | { readonly leika: string } | { readonly objekt: string };

function namesIn(state: State): readonly Named[] {
  return alive(state).flatMap(({ id, leika }): Named[] =>
    leika === null ? [{ id }] : [{ id }, { leika }, { objekt: leika.slice(0, 8) }],
  );
}

function namenOf(state: State) {
  const history = state.former.flatMap((leistungen, at) =>
    leistungen.map(({ id, leika }) => ({ id, leika, fassung: at + 1 })),
  );
  return fruehereNamenOf(snapshotOf(state), history);
}

/** The Leistungen that a rule reaches which names this, and by what. */
function reached(state: State, named: Named): ReadonlyMap<string, string> {
  const namen = namenOf(state);
  const bears = (one: Pick<FruehererName, 'id' | 'leika' | 'objekt'>) =>
    'id' in named
      ? one.id === named.id
      : 'leika' in named
        ? one.leika === named.leika
        : one.objekt === named.objekt;
  return new Map(
    alive(state).flatMap(({ id, leika }): [string, string][] => {
      if (bears({ id, leika, objekt: leika?.slice(0, 8) ?? null })) return [[id, 'so']];
      const former = namen.get(id)?.find(bears);
      return former ? [[id, former.art]] : [];
    }),
  );
}

function continuedIn(state: State, id: string): readonly string[] {
  const snapshot = snapshotOf(state);
  return snapshot.leistungById.has(id) ? [id] : successorsOf(snapshot, id, today);
}

/** Number and key of a Leistung; without the key where a stranger bears it now. */
function namesStillIts(
  state: State,
  { id, leika }: Pick<LeistungFacts, 'id' | 'leika'>,
  meant: readonly string[],
): readonly Named[] {
  const bearer = alive(state).find((one) => one.leika === leika)?.id;
  const given = bearer !== undefined && bearer !== id && !meant.includes(bearer);
  return leika === null || given ? [{ id }] : [{ id }, { leika }];
}

const always = () => 'annehmen' as const;

test('what a rule names means the same Leistung in every later Fassung, all its parts, or what it was merged into', () => {
  fc.assert(
    fc.property(freshCatalogue, randomRows, (start, changes) => {
      const a = begun(start);
      const b = importTable(a, changes(rowsOf(a)), always);
      for (const facts of alive(a)) {
        const meant = continuedIn(b, facts.id);
        for (const named of namesStillIts(b, facts, meant)) {
          const found = reached(b, named);
          for (const each of meant) assert.ok(found.has(each), `${JSON.stringify(named)} → ${each}`);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('A → B → A: what a rule over A names means just the Leistungen again that it meant before', () => {
  fc.assert(
    fc.property(freshCatalogue, randomRows, (start, changes) => {
      const a = begun(start);
      const again = importTable(importTable(a, changes(rowsOf(a)), always), rowsOf(a), always);
      for (const named of namesIn(a))
        assert.deepEqual(reached(again, named), reached(a, named), JSON.stringify(named));
    }),
    { numRuns: 1000 },
  );
});

test('so do number and key where A itself came out of renames, splits and merges', () => {
  fc.assert(
    fc.property(freshCatalogue, randomRows, randomRows, (start, first, second) => {
      const a = importTable(begun(start), first(rowsOf(begun(start))), always);
      const again = importTable(importTable(a, second(rowsOf(a)), always), rowsOf(a), always);
      for (const named of namesIn(a).filter((name) => !('objekt' in name)))
        assert.deepEqual(reached(again, named), reached(a, named), JSON.stringify(named));
    }),
    { numRuns: 1000 },
  );
});

test('what a rule over B says of a part or a whole holds after the return to A for where it came from', () => {
  fc.assert(
    fc.property(freshCatalogue, randomRows, (start, changes) => {
      const a = begun(start);
      const b = importTable(a, changes(rowsOf(a)), always);
      const again = importTable(b, rowsOf(a), always);
      for (const { id } of alive(b)) {
        const back = successorsOf(snapshotOf(again), id, today);
        for (const each of back) assert.ok(reached(again, { id }).has(each), `${id} → ${each}`);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a key that another Leistung bears now means that other one', () => {
  const key = (text: string) => {
    const parsed = parseLeikaKey(text);
    assert.ok(parsed.ok);
    return parsed.value;
  };
  const [one, two] = [key('99102013001000'), key('99102014001000')];
  const swapped = new Map([
    ['L00001', { leika: two }],
    ['L00002', { leika: one }],
  ]);
  const history = [
    { id: 'L00001', leika: one, fassung: 1 },
    { id: 'L00002', leika: two, fassung: 1 },
    { id: 'L00001', leika: two, fassung: 2 },
    { id: 'L00002', leika: one, fassung: 2 },
  ];
  assert.deepEqual([...fruehereNamenOf({ leistungById: swapped, nachfolgen: [] }, history)], []);
});
