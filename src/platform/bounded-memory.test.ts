import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boundedMemory } from './bounded-memory.ts';

test('who was not asked for longest makes room', () => {
  const memory = boundedMemory<string>(3);
  for (const name of ['a', 'b', 'c']) memory.set(name, name, 1);
  assert.equal(memory.get('a'), 'a');
  memory.set('d', 'd', 1);
  assert.equal(memory.get('b'), undefined);
  assert.deepEqual(
    ['a', 'c', 'd'].map((name) => memory.get(name)),
    ['a', 'c', 'd'],
  );
});

test('never weighs more than it may, and what it has is what was put in last', () => {
  const puts = fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd', 'e'), weight: fc.nat(12) }));
  fc.assert(
    fc.property(puts, fc.nat(30), (all, most) => {
      const memory = boundedMemory<number>(most);
      for (const [index, { name, weight }] of all.entries()) {
        memory.set(name, index, weight);
        assert.ok(memory.kept().weight <= most);
        const last = memory.get(name);
        assert.ok(last === index || (last === undefined && weight > most));
      }
      const kept = all.flatMap(({ name }) => memory.get(name) ?? []);
      const lasts = new Map(all.map(({ name }, index) => [name, index]));
      assert.ok(kept.every((index) => [...lasts.values()].includes(index)));
    }),
  );
});
