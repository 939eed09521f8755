import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { clockFrom, ok } from '#kernel';
import { actorOf, nextTurn, type Principal, parseTenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import type { FimDeps } from '../fim-deps.ts';
import { type Author, authorOf } from '../use-cases/author.ts';
import { schemaLeser } from '../use-cases/schema-leser.ts';

/** A database in which two houses build Onlinedienste; it is noon of 22.11.2026 until the clock is turned. */
export interface FimWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: FimDeps;
  readonly author: Author;
  readonly other: Author;
  readonly turnClock: (days: number) => void;
}

export async function openFimWorld(): Promise<FimWorld> {
  const t = await testDatabase();
  let now = Date.parse('2026-11-22T12:00:00Z');
  const author = authorNamed();
  return {
    t,
    deps: {
      db: t.db,
      clock: clockFrom(() => new Date(now)),
      demo: false,
      personOf: async ({ tenant }) => (tenant === author.tenant ? 'Hanno Sternwald' : 'Andere Person'),
      actingFor: async (operator) => ok({ ...operator, tenant: author.tenant }),
      leser: schemaLeser(nextTurn),
    },
    author,
    other: authorNamed(),
    turnClock: (days) => {
      now += days * 86_400_000;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

function authorNamed(): Author {
  const tenant = parseTenantId(randomUUID());
  assert.ok(tenant);
  const principal: Principal = {
    kind: 'mitglied',
    actor: actorOf('mitglied', randomUUID()),
    tenant,
    permissions: new Set(['workshop.author']),
  };
  const author = authorOf(principal);
  assert.ok(author.ok);
  return author.value;
}
