import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  isDeletable,
  type SubmissionState,
  submissionActions,
  submissionAfter,
  submissionStates,
} from './submission.ts';
import {
  receives,
  type ZustellpunktState,
  zustellpunktActions,
  zustellpunktAfter,
  zustellpunktStates,
} from './zustellpunkt.ts';

const submissions: Readonly<Record<string, SubmissionState>> = {
  'submitted accept': 'accepted',
  'submitted reject': 'rejected',
  'submitted forward': 'forwarded',
  'accepted forward': 'forwarded',
  'accepted delete': 'deleted',
  'rejected delete': 'deleted',
  'forwarded delete': 'deleted',
};

const zustellpunkte: Readonly<Record<string, ZustellpunktState>> = {
  'draft activate': 'active',
  'draft end': 'ended',
  'active suspend': 'suspended',
  'active end': 'ended',
  'suspended resume': 'active',
  'suspended end': 'ended',
};

test('every pair of a submission and an action leads where the table says or is refused', () => {
  for (const state of submissionStates)
    for (const action of submissionActions)
      assert.equal(
        submissionAfter(state, action),
        submissions[`${state} ${action}`] ?? null,
        `${state} ${action}`,
      );
  assert.deepEqual(submissionStates.filter(isDeletable), ['forwarded', 'accepted', 'rejected']);
});

test('every pair of a Zustellpunkt and an action leads where the table says or is refused; only an active one receives', () => {
  for (const state of zustellpunktStates)
    for (const action of zustellpunktActions)
      assert.equal(
        zustellpunktAfter(state, action),
        zustellpunkte[`${state} ${action}`] ?? null,
        `${state} ${action}`,
      );
  assert.deepEqual(zustellpunktStates.filter(receives), ['active']);
});

test('whatever is done with a submission: it is decided at most once for good, and never deleted unread', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...submissionActions), { maxLength: 20 }), (actions) => {
      const states: SubmissionState[] = ['submitted'];
      for (const action of actions) {
        const state = states.at(-1) ?? 'submitted';
        const next = submissionAfter(state, action);
        if (next) states.push(next);
      }
      assert.equal(new Set(states).size, states.length);
      const deletedAt = states.indexOf('deleted');
      if (deletedAt >= 0) assert.ok(deletedAt === states.length - 1 && states[deletedAt - 1] !== 'submitted');
      assert.ok(
        !(states.includes('rejected') && (states.includes('accepted') || states.includes('forwarded'))),
      );
    }),
  );
});

test('an ended Zustellpunkt stays ended', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...zustellpunktActions), { maxLength: 20 }), (actions) => {
      let state: ZustellpunktState = 'draft';
      let ended = false;
      for (const action of actions) {
        state = zustellpunktAfter(state, action) ?? state;
        if (ended) assert.equal(state, 'ended');
        ended ||= state === 'ended';
      }
    }),
  );
});
