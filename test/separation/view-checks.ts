import assert from 'node:assert/strict';
import { attempt } from './attempt.ts';
import type { Routine } from './catalog.ts';
import { tenantA, tenantB } from './seed-tenant.ts';
import type { SeededWorld } from './seeded-world.ts';
import { assertRefused } from './table-checks.ts';
import { type ViewerKey, viewers } from './viewers.ts';

/** Whose ids a viewer may read in any answer: its own, the provider those of its Kommunen, the process that counts all. */
const known: Readonly<Partial<Record<ViewerKey, string>>> = {
  tenantA: 'a',
  circleOfA: 'a',
  referenceOfA: 'a',
  figuresOfA: 'a',
  figures: 'ab',
  tenantB: 'b',
  keyOfB: 'b',
  circle: 'ab',
  provider: 'ab',
};

function assertTellsNothing(text: string, key: ViewerKey, what: string): void {
  for (const { letter } of [tenantA, tenantB]) {
    if (known[key]?.includes(letter)) continue;
    assert.ok(!text.includes(letter.repeat(8)), `${what} with ${viewers[key].name}: ${text}`);
  }
}

/** Asserts that a view shows no id of a tenant that the viewer does not know. */
export async function assertShowsNothing({ app }: SeededWorld, view: string, key: ViewerKey): Promise<void> {
  const outcome = await attempt(app, viewers[key], `select * from ${view}`, 'commit');
  if (outcome.done) assertTellsNothing(JSON.stringify(outcome.rows), key, view);
  else assertRefused(outcome, view);
}

const attackers = [tenantA.id, tenantB.id];

/**
 * Calls a function without arguments, or with one tenant's id in each place of type uuid, and asserts that the
 * answer tells nothing. Other functions must be immutable: what cannot read tables cannot tell of them.
 */
export async function assertAnswersNothing(
  { app }: SeededWorld,
  routine: Routine,
  key: ViewerKey,
): Promise<void> {
  if (routine.arguments.some((type) => type !== 'uuid')) {
    assert.equal(routine.volatility, 'i', `${routine.name}: this test does not know how to call it`);
    return;
  }
  for (const id of routine.arguments.length === 0 ? [''] : attackers) {
    const call = `select ${routine.name}(${routine.arguments.map(() => `'${id}'`).join(', ')})::text as answer`;
    const outcome = await attempt(app, viewers[key], call, 'commit');
    if (outcome.done) assertTellsNothing(JSON.stringify(outcome.rows), key, call);
    else assertRefused(outcome, call);
  }
}
