import { randomUUID } from 'node:crypto';
import type { Onlinedienst } from '#forms/onlinedienst';
import { clockFrom, ok } from '#kernel';
import { actorOf, type Principal, parseTenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { shippedDienst } from '../../forms/testing/build.ts';
import type { Befund } from '../befund.ts';
import type { WorkshopDeps } from '../deps.ts';
import type { Autor } from '../use-cases/autor.ts';
import { publizierteDienste } from '../use-cases/publizierte-dienste.ts';

/** A house with two authors, one of whom publishes; what prover and offers say can be changed by a test. */
export interface WorkshopWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: WorkshopDeps;
  readonly author: Autor;
  readonly publisher: Autor;
  /** An author of another house. */
  readonly stranger: Autor;
  readonly found: Befund[];
  readonly offered: string[];
}

export async function openWorkshopWorld(): Promise<WorkshopWorld> {
  const t = await testDatabase();
  let now = Date.parse('2026-11-22T09:00:00Z');
  const shipped: readonly Onlinedienst[] = [await shippedDienst('hund-anmelden')];
  const published = publizierteDienste(t.db);
  const found: Befund[] = [];
  const offered: string[] = [];
  const houses = ['Rechenzentrum Lippe', 'Rechenzentrum Ruhr'].map((name) => ({ tenant: newTenant(), name }));
  const [own, other] = houses;
  if (!own || !other) throw new Error('two houses');
  const deps: WorkshopDeps = {
    db: t.db,
    clock: clockFrom(() => {
      now += 1_000;
      return new Date(now);
    }),
    demo: true,
    onlinedienste: async () => {
      const newest = new Map([...shipped, ...(await published())].map((dienst) => [dienst.id, dienst]));
      return [...newest.values()];
    },
    ownAnbieter: async (principal) => houses.find(({ tenant }) => tenant === principal?.tenant) ?? null,
    leistungName: async () => null,
    namen: async () => new Map(),
    kommunen: async () => [],
    rueckfragen: async () => '',
    anmerkungen: async () => [],
    probe: async () => null,
    pruefe: async () => found,
    published: published.expire,
    actingFor: async (principal) => ok(principal),
    offer: async (_, __, dienst) => {
      offered.push(dienst);
      return ok(null);
    },
  };
  return {
    t,
    deps,
    found,
    offered,
    author: autor(own, false),
    publisher: autor(own, true),
    stranger: autor(other, true),
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

function newTenant() {
  const tenant = parseTenantId(randomUUID());
  if (tenant === null) throw new Error('no tenant');
  return tenant;
}

function autor(anbieter: Autor['anbieter'], veroeffentlicht: boolean): Autor {
  const actor = actorOf('mitglied', randomUUID());
  const permissions = new Set(['workshop.author', ...(veroeffentlicht ? ['workshop.publish'] : [])]);
  const principal: Principal = { kind: 'mitglied', actor, tenant: anbieter.tenant, permissions };
  return { actor, anbieter, principal, veroeffentlicht };
}
