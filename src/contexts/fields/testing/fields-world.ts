import { randomUUID } from 'node:crypto';
import { clockFrom, ok } from '#kernel';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { seedIdentityRows } from '../../identity/testing/seed-rows.ts';
import type { FieldsDeps, Haus } from '../deps.ts';
import type { Datensatzart } from '../domain/feld.ts';
import { openFieldsReader } from '../use-cases/fields-reader.ts';

/** A kind of record as its context would declare it. */
export const stand: Datensatzart = {
  art: 'stand',
  label: 'Umsetzungsstand',
  felder: [
    { key: 'zustand', label: 'Zustand', typ: 'text', pflicht: true, zaehlt: true },
    { key: 'geplantFuer', label: 'Geplant für', typ: 'datum', zaehlt: true, gruppe: 'Termin' },
    { key: 'umgesetztAm', label: 'Umgesetzt am', typ: 'datum', zaehlt: true, gruppe: 'Termin' },
    { key: 'bemerkung', label: 'Bemerkung', typ: 'text' },
  ],
};

/** An IT-Dienstleister, a Kommune that it cares for, and one of somebody else's. */
export interface FieldsWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: FieldsDeps;
  readonly lead: Principal;
  readonly lemgo: Principal;
  /** Of Lemgo too, and may only read. */
  readonly reading: Principal;
  readonly stranger: Principal;
}

export async function openFieldsWorld(): Promise<FieldsWorld> {
  const t = await testDatabase();
  const provider = await organisation(t, { kind: 'it-dienstleister' });
  const lemgo = await organisation(t, { provider });
  const stranger = await organisation(t, {});
  const houses = new Map<TenantId, Haus>([
    [provider, { name: 'Rechenzentrum', kind: 'it-dienstleister' }],
    [lemgo, { name: 'Lemgo', kind: 'kommune' }],
    [stranger, { name: 'Fremdstadt', kind: 'kommune' }],
  ]);
  const deps: FieldsDeps = {
    db: t.db,
    clock: clockFrom(() => new Date('2026-11-22T10:00:00Z')),
    demo: false,
    kinds: [stand],
    reader: openFieldsReader(t.db, [stand], () => performance.now()),
    houseOf: async (principal) => (principal?.tenant && houses.get(principal.tenant)) || null,
    actingFor: async (operator, name) => {
      const found = [...houses].find(([, house]) => house.name === name);
      return ok({ ...operator, tenant: found?.[0] ?? null });
    },
  };
  return {
    t,
    deps,
    lead: person(provider, 'fields.manage'),
    lemgo: person(lemgo, 'fields.manage'),
    reading: person(lemgo),
    stranger: person(stranger, 'fields.manage'),
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

async function organisation(
  t: TestDatabase,
  options: { readonly kind?: 'it-dienstleister'; readonly provider?: TenantId },
): Promise<TenantId> {
  const { tenant } = await seedIdentityRows(t.superuser, options);
  const id = parseTenantId(tenant);
  if (id === null) throw new Error('no organisation');
  return id;
}

function person(tenant: TenantId, ...permissions: readonly string[]): Principal {
  const actor = actorOf('mitglied', randomUUID());
  return { kind: 'mitglied', actor, tenant, permissions: new Set(permissions) };
}
