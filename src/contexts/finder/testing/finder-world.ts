import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Catalogue } from '#catalogue';
import { clockFrom, ok, type Result } from '#kernel';
import { actorOf, openKeyRing, type Principal, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { shippedCatalogue } from '../../catalogue/testing/shipped-catalogue.ts';
import { editPermission, type FinderDeps } from '../deps.ts';
import { noTexts } from '../ports.ts';
import { type IndexInput, openFinderSnapshot } from '../use-cases/finder-snapshot.ts';
import { loadFinderData } from '../use-cases/import-finder.ts';
import { type FinderWords, indexInputOf, loadFinderWords } from '../use-cases/load-finder.ts';
import { openSearchLog } from '../use-cases/search-log.ts';

export const shippedData = join(import.meta.dirname, '../../../../data');

/** The people of this context's tests and a database with the shipped words and situations. */
export interface FinderWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: FinderDeps;
  readonly catalogue: Catalogue;
  /** The coordinator of a Kommune. */
  readonly lemgo: Principal;
  /** Two people of the IT-Dienstleister that decides, and one who may not edit. */
  readonly leitung: Principal;
  readonly zweite: Principal;
  readonly leser: Principal;
  /** Sets the day on which everything happens from now on. */
  readonly day: (iso: string) => void;
}

let shipped: Promise<Catalogue> | undefined;

export async function finderWorld(): Promise<FinderWorld> {
  shipped ??= shippedCatalogue();
  const catalogue = await shipped;
  const t = await testDatabase();
  unwrap(await loadFinderData(t.db, actorOf('system', 'test'), shippedData));
  const [kommune, provider] = [tenant(), tenant()];
  const names = new Map<TenantId | null, string>([
    [kommune, 'Stadt Lemgo'],
    [provider, 'Rechenzentrum'],
  ]);
  let now = new Date('2026-11-22T10:00:00Z');
  const clock = clockFrom(() => now);
  let held: Promise<FinderWords> | undefined;
  let input: Promise<IndexInput> | undefined;
  const words = () => {
    held ??= t.db.withPublic(loadFinderWords);
    return held;
  };
  const inputNow = () => {
    input ??= words().then((held) => indexInputOf(few(catalogue), held));
    return input;
  };
  const snapshot = openFinderSnapshot(inputNow, noTexts);
  const deps: FinderDeps = {
    db: t.db,
    clock,
    demo: false,
    catalogue: async () => catalogue,
    index: snapshot.fresh,
    words,
    input: inputNow,
    wordsChanged: () => {
      held = undefined;
      input = undefined;
    },
    ort: { inLine: async () => null, find: async (name) => ok({ name, kette: [] }) },
    signals: async () => () => ({}),
    log: openSearchLog(t.db, openKeyRing(Buffer.alloc(32, 7).toString('base64url')), clock),
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
    lemgo: person(kommune, true),
    leitung: person(provider, true),
    zweite: person(provider, true),
    leser: person(provider, false),
    day: (iso) => {
      now = new Date(`${iso}T10:00:00Z`);
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

const searched: ReadonlySet<number | null> = new Set([10160, 10110, 10119, 10294]);

/** A few OZG-Leistungen, so that an index is made in a moment. */
function few(catalogue: Catalogue): Catalogue {
  return {
    ...catalogue,
    leistungen: catalogue.leistungen.filter(({ ozgId }) => searched.has(ozgId)),
    ozgLeistungen: catalogue.ozgLeistungen.filter(({ ozgId }) => searched.has(ozgId)),
  };
}

function tenant(): TenantId {
  const id = parseTenantId(randomUUID());
  if (id === null) throw new Error('no tenant');
  return id;
}

function person(of: TenantId, edits: boolean): Principal {
  return {
    kind: 'mitglied',
    actor: actorOf('mitglied', randomUUID()),
    tenant: of,
    permissions: new Set(edits ? [editPermission] : []),
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
