import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Catalogue } from '#catalogue';
import type { Feld } from '#fields';
import { clockFrom, ok, type Result } from '#kernel';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { shippedCatalogue } from '../../catalogue/testing/shipped-catalogue.ts';
import { fieldsOf } from '../../fields/testing/fields-of.ts';
import type { Nutzung } from '../domain/matching-gewichte.ts';
import { loesungArt } from '../loesung-art.ts';
import { type SolutionsDeps, solutionsPermissions } from '../solutions-deps.ts';
import { loadSolutionsData } from '../use-cases/import-solutions.ts';
import { buildRegister, loadRegisterRows } from '../use-cases/load-register.ts';

export const shippedData = join(import.meta.dirname, '../../../../data');

/** The people of this context's tests and a database with the shipped register. */
export interface SolutionsWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: SolutionsDeps;
  readonly catalogue: Catalogue;
  /** The coordinator of a Kommune. */
  readonly lemgo: Principal;
  readonly kalletal: Principal;
  /** Two people of the IT-Dienstleister that decides. */
  readonly leitung: Principal;
  readonly zweite: Principal;
  readonly nutzung: Map<string, Nutzung>;
  /** The fields as they are worded; a test changes them. */
  readonly felder: Feld[];
}

let shipped: Promise<Catalogue> | undefined;

export async function solutionsWorld(): Promise<SolutionsWorld> {
  shipped ??= shippedCatalogue();
  const catalogue = await shipped;
  const t = await testDatabase();
  const loaded = await loadSolutionsData(t.db, actorOf('system', 'test'), shippedData);
  if (!loaded.ok) throw new Error(loaded.refusal.message);
  const provider = tenant();
  const [lemgo, kalletal] = [person(tenant(), ['propose']), person(tenant(), ['propose'])];
  const [leitung, zweite] = [
    person(provider, ['propose', 'moderate']),
    person(provider, ['propose', 'moderate']),
  ];
  const names = new Map<TenantId | null, string>([
    [lemgo.tenant, 'Stadt Lemgo'],
    [kalletal.tenant, 'Gemeinde Kalletal'],
    [provider, 'Rechenzentrum'],
  ]);
  const nutzung = new Map<string, Nutzung>();
  const felder = [...fieldsOf(loesungArt)];
  const deps: SolutionsDeps = {
    db: t.db,
    clock: clockFrom(() => new Date('2026-11-22T10:00:00Z')),
    demo: false,
    catalogue: async () => catalogue,
    register: async () => buildRegister(await t.db.withPublic(loadRegisterRows), catalogue),
    registerChanged: () => {},
    nutzung: async () => nutzung,
    felderOf: async () => felder,
    rueckfragen: async () => '',
    nutzenHref: () => null,
    houseOf: async (principal) => ({
      name: names.get(principal?.tenant ?? null) ?? '',
      decider: { id: provider, name: 'Rechenzentrum' },
    }),
    actingFor: async (operator, organisation): Promise<Result<Principal>> => {
      const found = [...names].find(([, name]) => name === organisation)?.[0] ?? null;
      return ok({ ...operator, tenant: found });
    },
  };
  return {
    t,
    deps,
    catalogue,
    lemgo,
    kalletal,
    leitung,
    zweite,
    nutzung,
    felder,
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

function tenant(): TenantId {
  const id = parseTenantId(randomUUID());
  if (id === null) throw new Error('no tenant');
  return id;
}

function person(of: TenantId, may: readonly (keyof typeof solutionsPermissions)[]): Principal {
  return {
    kind: 'mitglied',
    actor: actorOf('mitglied', randomUUID()),
    tenant: of,
    permissions: new Set(may.map((each) => solutionsPermissions[each])),
  };
}

/** The value of a result that must be one. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** The code of a refusal that must be one. */
export function refusedAs(result: Result<unknown>): string {
  if (result.ok) throw new Error('expected a refusal');
  return result.refusal.code;
}
