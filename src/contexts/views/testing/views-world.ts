import { randomUUID } from 'node:crypto';
import { clockFrom, ok } from '#kernel';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { seedIdentityRows } from '../../identity/testing/seed-rows.ts';
import type { ViewsDeps } from '../deps.ts';
import { pagePaths } from '../domain/route-table.ts';
import { type Person, personOf } from '../use-cases/person.ts';

/** An IT-Dienstleister, two members of a Kommune that it cares for, and a Kommune of somebody else's. */
export interface ViewsWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: ViewsDeps;
  readonly provider: Principal;
  readonly lemgo: Principal;
  readonly colleague: Principal;
  readonly admin: Principal;
  readonly machine: Principal;
  readonly stranger: Principal;
}

export async function openViewsWorld(): Promise<ViewsWorld> {
  const t = await testDatabase();
  const organisation = async (options: Parameters<typeof seedIdentityRows>[1]): Promise<TenantId> => {
    const id = parseTenantId((await seedIdentityRows(t.superuser, options)).tenant);
    if (id === null) throw new Error('no organisation');
    return id;
  };
  const provider = await organisation({ kind: 'it-dienstleister' });
  const lemgo = await organisation({ provider });
  const stranger = await organisation({});
  const names = new Map([
    [provider, 'Rechenzentrum'],
    [lemgo, 'Lemgo'],
    [stranger, 'Fremdstadt'],
  ]);
  const deps: ViewsDeps = {
    db: t.db,
    clock: clockFrom(() => new Date('2026-11-22T10:00:00Z')),
    demo: false,
    isPage: pagePaths(['/', '/ansichten', '/katalog/leistungen', '/kommunen/:ags/pflichten']),
    houseOf: async ({ tenant }) => (tenant && names.get(tenant)) ?? null,
    actingFor: async (operator, name) => {
      const found = [...names].find(([, house]) => house === name);
      return ok({ ...operator, tenant: found?.[0] ?? null });
    },
  };
  return {
    t,
    deps,
    provider: member(provider, 'circle.read'),
    lemgo: member(lemgo),
    colleague: member(lemgo),
    admin: member(lemgo, 'members.manage'),
    machine: { ...member(lemgo), kind: 'maschine', actor: actorOf('maschine', randomUUID()) },
    stranger: member(stranger),
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

function member(tenant: TenantId, ...permissions: readonly string[]): Principal {
  const actor = actorOf('mitglied', randomUUID());
  return { kind: 'mitglied', actor, tenant, permissions: new Set(permissions) };
}

/** The person that a principal is. */
export function asPerson(principal: Principal): Person {
  const person = personOf(principal);
  if (!person.ok) throw new Error(person.refusal.message);
  return person.value;
}
