import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Anbieter, offerOnlinedienst } from '#efa';
import { loadOnlinedienste, loadTestfaelle, type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import { keineTestfaelle } from '#forms/testfaelle';
import { clockFrom, ok, type Result } from '#kernel';
import { actorOf, openKeyRing, type Principal, parseTenantId } from '#platform';
import { formatEins, formatZwei, type JsonObject, paketleser } from '#standards/leitwerk-paket';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import type { Paketformat } from '../../../standards/leitwerk-paket/paketformat.ts';
import type { PackagesDeps } from '../deps.ts';
import { type Portalprofil, parsePortalprofil } from '../domain/portalprofil.ts';
import { eingeleseneDienste, eingeleseneTestfaelle } from '../use-cases/eingelesene-dienste.ts';
import { type Lieferant, lieferantOf } from '../use-cases/lieferant.ts';

const data = new URL('../../../../data/', import.meta.url).pathname;

/** The value, or a failed test that says what the refusal says. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
}

/** A profile as the product ships it. */
export function shippedProfil(id: string): Portalprofil {
  return must(parsePortalprofil(JSON.parse(readFileSync(`${data}portale/${id}.json`, 'utf8'))));
}

/** The Onlinedienste that the product ships. */
export async function shippedDienste(): Promise<readonly Onlinedienst[]> {
  return must(await loadOnlinedienste(`${data}onlinedienste`));
}

/** An installation with a database, a house and a key of its own. */
export interface Installation extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: PackagesDeps;
  readonly lieferant: Lieferant;
  /** Adds a service that this house built itself, with its test cases. */
  readonly addDienst: (dienst: object, formular: object, testfaelle?: JsonObject) => Onlinedienst;
}

interface Settings {
  readonly haus: string;
  readonly profil: Portalprofil;
  readonly formats?: readonly [Paketformat, ...Paketformat[]];
  /** Whether the product's own services lie here. */
  readonly shipped: boolean;
}

export async function openInstallation({ haus, profil, formats, shipped }: Settings): Promise<Installation> {
  const t = await testDatabase();
  const leser = paketleser(formats ?? [formatEins, formatZwei]);
  const own: { readonly dienst: Onlinedienst; readonly testfaelle: JsonObject }[] = [];
  const first = shipped ? await shippedDienste() : [];
  const taken = eingeleseneDienste(t.db, leser);
  const clock = clockFrom(() => new Date('2026-11-22T12:00:00Z'));
  const onlinedienste = async () =>
    newestOf([...first, ...own.map(({ dienst }) => dienst), ...(await taken())]);
  const tenant = parseTenantId(randomUUID());
  if (tenant === null) throw new Error('no tenant');
  const anbieter: Anbieter = { tenant, name: haus };
  const deps: PackagesDeps = {
    db: t.db,
    clock,
    keys: openKeyRing(randomBytes(32).toString('base64url')),
    demo: false,
    leser,
    onlinedienste,
    testfaelle: async (dienst, version) => {
      const carried = await eingeleseneTestfaelle(t.db, leser, dienst, version);
      const built = own.find((each) => each.dienst.id === dienst && each.dienst.version === version);
      if (carried ?? built) return carried ?? built?.testfaelle ?? keineTestfaelle;
      return shipped ? must(await loadTestfaelle(`${data}onlinedienste/${dienst}`)) : keineTestfaelle;
    },
    profile: async () => [profil],
    eigenesProfil: profil.id,
    ownAnbieter: async (principal) => (principal?.tenant === tenant ? anbieter : null),
    actingFor: async (operator) => ok({ ...operator, tenant }),
    offer: (actor, who, dienst) =>
      offerOnlinedienst({ db: t.db, clock, onlinedienste }, { actor, anbieter: who }, dienst),
    changed: taken.expire,
  };
  const principal: Principal = {
    kind: 'mitglied',
    actor: actorOf('mitglied', randomUUID()),
    tenant,
    permissions: new Set(['efa.angebot.manage']),
  };
  return {
    t,
    deps,
    lieferant: must(await lieferantOf(deps, principal)),
    addDienst: (dienst, formular, testfaelle = keineTestfaelle) => {
      const parsed = must(parseOnlinedienst(JSON.stringify(dienst), JSON.stringify(formular)));
      own.push({ dienst: parsed, testfaelle });
      return parsed;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

function newestOf(all: readonly Onlinedienst[]): readonly Onlinedienst[] {
  const newest = new Map<string, Onlinedienst>();
  for (const dienst of all)
    if ((newest.get(dienst.id)?.version ?? 0) < dienst.version) newest.set(dienst.id, dienst);
  return [...newest.values()];
}
