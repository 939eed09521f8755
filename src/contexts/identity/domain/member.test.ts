import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type MemberState, memberActions, memberStates, possibleActions, transition } from './member.ts';

const expected: Readonly<Record<string, string>> = {
  'invited accept': 'active',
  'invited remove': 'removed',
  'active suspend': 'suspended',
  'active remove': 'removed',
  'suspended resume': 'active',
  'suspended remove': 'removed',
};

test('every pair of state and action either leads where the table says or is refused', () => {
  for (const state of memberStates) {
    for (const action of memberActions) {
      const next = transition(state, action);
      assert.equal(next, expected[`${state} ${action}`] ?? null, `${state} ${action}`);
      assert.equal(possibleActions(state).includes(action), next !== null);
    }
  }
});

test('whatever is done with a member, nobody becomes active without accepting, and a removed one stays removed', () => {
  const actions = fc.array(fc.constantFrom(...memberActions), { maxLength: 30 });
  fc.assert(
    fc.property(actions, (done) => {
      const states: MemberState[] = ['invited'];
      for (const action of done) {
        const state = states.at(-1) ?? 'invited';
        states.push(transition(state, action) ?? state);
      }
      const removedAt = states.indexOf('removed');
      const activeAt = states.indexOf('active');
      if (removedAt >= 0) assert.ok(states.slice(removedAt).every((state) => state === 'removed'));
      if (activeAt >= 0) assert.equal(done.indexOf('accept') < activeAt, true);
      if (!done.includes('accept')) assert.equal(activeAt, -1);
    }),
  );
});
