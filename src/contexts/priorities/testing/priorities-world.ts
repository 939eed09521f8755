import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Catalogue } from '#catalogue';
import type { House } from '#duties';
import { clockFrom, localDate, ok, type Result } from '#kernel';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { shippedCatalogue } from '../../catalogue/testing/shipped-catalogue.ts';
import { seedIdentityRows } from '../../identity/testing/seed-rows.ts';
import type { Quellen } from '../domain/quellen.ts';
import { openWelten, type PrioritiesDeps } from '../priorities-deps.ts';
import { managerOf, type Viewer } from '../use-cases/viewer.ts';

/** A provider, two of its Kommunen and a stranger; it is noon of 22.11.2026 until the clock is turned. */
export interface PrioritiesWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: PrioritiesDeps;
  readonly lead: Principal;
  /** Of the provider too, and may only read. */
  readonly reading: Principal;
  readonly lemgo: Principal;
  readonly detmold: Principal;
  readonly stranger: Principal;
  readonly operator: Principal;
  readonly manager: Viewer;
  /** Other registers say something else from now on. */
  readonly say: (quellen: Partial<Quellen>) => void;
  readonly turnClock: (days: number) => void;
}

const silent: Quellen = { fallzahlen: new Map(), reifegrade: new Map(), fristen: new Map(), bedarf: null };

let catalogue: Promise<Catalogue> | undefined;

/** The shipped catalogue, read once for all tests. */
export function theCatalogue(): Promise<Catalogue> {
  catalogue ??= shippedCatalogue();
  return catalogue;
}

export async function openPrioritiesWorld(): Promise<PrioritiesWorld> {
  const shipped = await theCatalogue();
  const t = await testDatabase();
  let now = Date.parse('2026-11-22T12:00:00Z');
  let quellen = silent;
  const provider = await organisation(t, { kind: 'it-dienstleister' });
  const decider = { id: provider, name: 'Rechenzentrum' };
  const [lemgo, detmold] = [await organisation(t, { provider }), await organisation(t, { provider })];
  const other = await organisation(t, { kind: 'it-dienstleister' });
  const houses = new Map<TenantId, House>([
    [provider, { name: 'Rechenzentrum', decider }],
    [lemgo, { name: 'Lemgo', decider }],
    [detmold, { name: 'Detmold', decider }],
    [other, { name: 'Anderes Rechenzentrum', decider: { id: other, name: 'Anderes Rechenzentrum' } }],
  ]);
  const kommunen = [
    { tenant: lemgo, ags: '05766044', name: 'Lemgo' },
    { tenant: detmold, ags: '05766020', name: 'Detmold' },
  ];
  const deps: PrioritiesDeps = {
    db: t.db,
    clock: clockFrom(() => new Date(now)),
    demo: false,
    catalogue: async () => shipped,
    ended: async () => new Map([['L00007', localDate('2020-12-31')]]),
    houseOf: async (principal) => (principal?.tenant && houses.get(principal.tenant)) || null,
    ownKommune: async (principal) => kommunen.find(({ tenant }) => tenant === principal?.tenant) ?? null,
    actingFor: async (someone, name) => {
      const found = [...houses].find(([, house]) => house.name === name);
      return ok({ ...someone, tenant: found?.[0] ?? null });
    },
    quellen: async () => quellen,
    dienste: async () => [
      {
        art: 'loesung',
        id: 'wohngeld-sh',
        titel: 'Wohngeld',
        anbieter: 'Land',
        status: 'verfügbar',
        verfuegbarAb: '2026-01-01',
        leistungen: ['L00001'],
        href: '/loesungen/wohngeld-sh',
      },
    ],
    welten: openWelten(),
  };
  const lead = person(provider, 'priorities.manage');
  return {
    t,
    deps,
    lead,
    reading: person(provider),
    lemgo: person(lemgo, 'compass.manage'),
    detmold: person(detmold, 'compass.manage'),
    stranger: person(other, 'priorities.manage'),
    operator: {
      kind: 'betreiber',
      actor: actorOf('betreiber', 'test'),
      tenant: null,
      permissions: new Set(),
    },
    manager: valueIn(await managerOf(deps, lead, '')),
    say: (said) => {
      quellen = { ...silent, ...said };
    },
    turnClock: (days) => {
      now += days * 86_400_000;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

async function organisation(
  t: TestDatabase,
  options: { readonly kind?: 'it-dienstleister'; readonly provider?: TenantId },
): Promise<TenantId> {
  const tenant = parseTenantId((await seedIdentityRows(t.superuser, options)).tenant);
  assert.ok(tenant);
  return tenant;
}

function person(tenant: TenantId, ...permissions: readonly string[]): Principal {
  const actor = actorOf('mitglied', randomUUID());
  return { kind: 'mitglied', actor, tenant, permissions: new Set(permissions) };
}

/** The value of a result that must have gone well. */
export function valueIn<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code}: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The refusal of a result that must be one. */
export function refusalIn(result: Result<unknown>) {
  assert.ok(!result.ok, 'a refusal was expected');
  return result.refusal;
}
