import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planImport } from './plan-import.ts';

const keyOf = (row: { readonly id: string }) => row.id;
// As a JSON parser makes them.
const plain = { noNullPrototype: true };
const row = fc.record(
  {
    id: fc.integer({ min: 0, max: 30 }).map(String),
    name: fc.string({ maxLength: 3 }),
    links: fc.array(fc.record({ url: fc.option(fc.string({ maxLength: 2 })) }, plain), { maxLength: 2 }),
  },
  plain,
);
const rows = fc.uniqueArray(row, { selector: keyOf });

test('a plan names the fields that change, with the value before and after', () => {
  const before = [
    { id: '1', name: 'alt', typ: '4' },
    { id: '2', name: 'bleibt', typ: null },
    { id: '3', name: 'geht', typ: null },
  ];
  const after = [
    { id: '1', name: 'neu', typ: '4' },
    { id: '2', name: 'bleibt', typ: null },
    { id: '4', name: 'kommt', typ: null },
  ];
  const plan = planImport(before, after, keyOf);
  assert.deepEqual(plan.changed[0]?.fields, [{ field: 'name', before: 'alt', after: 'neu' }]);
  assert.deepEqual(plan.added.map(keyOf), ['4']);
  assert.deepEqual(plan.removed.map(keyOf), ['3']);
  assert.equal(plan.unchanged, 1);
});

test('importing what is there already changes nothing', () => {
  fc.assert(
    fc.property(rows, (state) => {
      const plan = planImport(state, structuredClone(state), keyOf);
      assert.deepEqual(plan, { added: [], changed: [], removed: [], unchanged: state.length });
    }),
  );
});

test('carrying out a plan gives exactly the incoming rows', () => {
  fc.assert(
    fc.property(rows, rows, (current, incoming) => {
      const plan = planImport(current, incoming, keyOf);
      const state = new Map(current.map((each) => [each.id, each]));
      for (const each of plan.removed) state.delete(each.id);
      for (const each of [...plan.added, ...plan.changed.map(({ after }) => after)]) state.set(each.id, each);
      assert.deepEqual(
        state,
        new Map([...state.keys()].map((id) => [id, incoming.find((each) => each.id === id)])),
      );
      assert.equal(state.size, incoming.length);
    }),
  );
});

test('the plan back is the mirror of the plan forth', () => {
  fc.assert(
    fc.property(rows, rows, (current, incoming) => {
      const forth = planImport(current, incoming, keyOf);
      const back = planImport(incoming, current, keyOf);
      const sorted = (list: readonly { readonly id: string }[]) => list.map(keyOf).toSorted();
      assert.deepEqual(sorted(forth.added), sorted(back.removed));
      assert.deepEqual(sorted(forth.removed), sorted(back.added));
      assert.equal(forth.changed.length, back.changed.length);
      assert.equal(forth.unchanged, back.unchanged);
    }),
  );
});
