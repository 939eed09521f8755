import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { memberActions, memberStates, possibleActions, transition } from './member.ts';

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

test('whatever is done with a member, a removed one stays removed and nobody becomes active without accepting', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...memberActions), { maxLength: 30 }), (actions) => {
      let state = transition('invited', actions[0] ?? 'accept') ?? 'invited';
      let accepted = actions[0] === 'accept' || actions.length === 0;
      let removed = state === 'removed';
      for (const action of actions.slice(1)) {
        if (state === 'invited' && action === 'accept') accepted = true;
        state = transition(state, action) ?? state;
        removed ||= state === 'removed';
        if (state === 'active' || state === 'suspended') assert.ok(accepted);
        if (removed) assert.equal(state, 'removed');
      }
    }),
  );
});
