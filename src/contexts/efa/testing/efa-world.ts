import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Zustellpunkt } from '#delivery';
import { compileDuties, type DutiesWorld, type Regel } from '#duties';
import type { Onlinedienst } from '#forms/onlinedienst';
import { clockFrom, type LocalDate, type Result } from '#kernel';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import { type Body, groessenklasseOn } from '#territory';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { shippedCatalogue } from '../../catalogue/testing/shipped-catalogue.ts';
import { realFacts } from '../../duties/testing/real-duties.ts';
import { shippedTerritory } from '../../territory/testing/shipped-territory.ts';
import type { CheckItem } from '../domain/check-item.ts';
import type { Anbieter, EfaDeps, Kommune } from '../doors-deps.ts';
import type { Editor } from '../use-cases/editor.ts';
import { expressInterest } from '../use-cases/express-interest.ts';
import { offerOnlinedienst } from '../use-cases/offer-onlinedienst.ts';
import { saveParameters } from '../use-cases/save-parameters.ts';
import { definitionOf, fullValues, zustellpunkte } from './sample-dienst.ts';

/** A database with „Hund anmelden“ offered, two Kommunen and their provider; everything outside can be changed by the test. */
export interface EfaWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: EfaDeps;
  readonly lemgo: Editor;
  readonly detmold: Editor;
  readonly provider: Anbieter;
  readonly folder: Onlinedienst[];
  readonly offices: Zustellpunkt[];
  /** What the outside probe says; empty as long as all is well. */
  readonly probed: CheckItem[];
  readonly ended: Map<string, LocalDate>;
  readonly turnClock: (days: number) => void;
}

interface DutiesWorlds {
  readonly shipped: DutiesWorld;
  readonly withoutDogs: DutiesWorld;
}

let known: Promise<DutiesWorlds> | undefined;

/** Catalogue, territory and rules as shipped, with or without the rules about keeping dogs; worked out once a process. */
export function dutiesWorlds(): Promise<DutiesWorlds> {
  known ??= compileWorlds();
  return known;
}

async function compileWorlds(): Promise<DutiesWorlds> {
  const [catalogue, territory] = await Promise.all([shippedCatalogue(), shippedTerritory('nrw')]);
  const { regelwerk, enden } = realFacts();
  const worldOf = (regeln: readonly Regel[]): DutiesWorld => ({
    catalogue,
    territory,
    duties: compileDuties<(typeof catalogue.leistungen)[number], Body>({
      regelwerk: { ...regelwerk, regeln },
      enden,
      leistungen: catalogue.leistungen,
      bodies: territory.bodies,
      klasseOn: (ags, date) => groessenklasseOn(territory, ags, date),
    }),
  });
  const others = regelwerk.regeln.filter(({ reichweite }) => !reichweite.objekte.includes('99110009'));
  return { shipped: worldOf(regelwerk.regeln), withoutDogs: worldOf(others) };
}

export async function openEfaWorld(duties: DutiesWorld): Promise<EfaWorld> {
  const t = await testDatabase();
  let now = Date.parse('2026-11-21T09:00:00Z');
  const lemgo = editorNamed('05766044', 'Lemgo');
  const detmold = editorNamed('05766020', 'Detmold');
  const provider = { tenant: tenantId(), name: 'Rechenzentrum Lippe' };
  const folder = [definitionOf()];
  const probed: CheckItem[] = [];
  const ended = new Map<string, LocalDate>();
  const kommunen = [lemgo.kommune, detmold.kommune];
  const offices: Zustellpunkt[] = Object.entries(zustellpunkte).map(([name, id]) => ({
    tenant: lemgo.kommune.tenant,
    id,
    name,
    postfach: null,
    state: 'active',
    key: { kid: 'kid', validTo: new Date('2028-01-01') },
  }));
  const deps: EfaDeps = {
    db: t.db,
    clock: clockFrom(() => new Date(now)),
    demo: true,
    world: async () => duties,
    onlinedienste: async () => folder,
    probes: [{ id: 'probe', guardsParameters: true, probe: async () => [...probed] }],
    zustellpunkte: async () => offices,
    ownKommune: async (principal) => kommunen.find(({ tenant }) => tenant === principal?.tenant) ?? null,
    ownAnbieter: async (principal) => (principal?.tenant === provider.tenant ? provider : null),
    kommuneOf: async (ags) => kommunen.find((each) => each.ags === ags) ?? null,
    anbieterNamed: async (name) => (name === provider.name ? provider : null),
    circleOf: async (principal) => (principal?.permissions.has('circle.read') ? kommunen : null),
    antragCounts: async () => new Map([['hund-anmelden', 7]]),
    ended: async () => ended,
    previewHref: (_, dienst) => `http://lemgo.localhost/probe/${dienst}`,
  };
  const turnClock = (days: number) => {
    now += days * 86_400_000;
  };
  const dispose = () => t[Symbol.asyncDispose]();
  return {
    t,
    deps,
    offices,
    lemgo,
    detmold,
    provider,
    folder,
    probed,
    ended,
    turnClock,
    [Symbol.asyncDispose]: dispose,
  };
}

function editorNamed(ags: string, name: string): Editor {
  const kommune: Kommune = { tenant: tenantId(), ags, name };
  return { actor: actorOf('mitglied', randomUUID()), kommune };
}

export function tenantId(): TenantId {
  const tenant = parseTenantId(randomUUID());
  assert.ok(tenant);
  return tenant;
}

/** A signed-in coordinator of a Kommune. */
export function coordinator({ actor, kommune }: Editor): Principal {
  return { kind: 'mitglied', actor, tenant: kommune.tenant, permissions: new Set(['efa.anbindung.manage']) };
}

/** A signed-in lead of the provider. */
export function lead({ tenant }: Anbieter): Principal {
  const permissions = new Set(['circle.read', 'efa.angebot.manage']);
  return { kind: 'mitglied', actor: actorOf('mitglied', randomUUID()), tenant, permissions };
}

export const operator: Principal = {
  kind: 'betreiber',
  actor: actorOf('betreiber', 'test'),
  tenant: null,
  permissions: new Set(),
};

/** The value of a result that must have gone well. */
export function valueIn<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code}: ${result.refusal.message}`);
  return result.value;
}

/** The refusal of a result that must be one. */
export function refusalIn(result: Result<unknown>) {
  assert.ok(!result.ok, 'a refusal was expected');
  return result.refusal;
}

/** Offers the service that lies in the folder. */
export async function offered({ deps, provider }: EfaWorld): Promise<void> {
  valueIn(
    await offerOnlinedienst(
      deps,
      { actor: actorOf('mitglied', randomUUID()), anbieter: provider },
      'hund-anmelden',
    ),
  );
}

/** Connects a Kommune and fills in its parameters; `values` replaces some. Gives the version of the Anbindung. */
export async function prepared(
  { deps }: EfaWorld,
  editor: Editor,
  values: Readonly<Record<string, unknown>> = {},
): Promise<number> {
  valueIn(await expressInterest(deps, editor, 'hund-anmelden'));
  const input = { dienst: 'hund-anmelden', version: 1, values: { ...fullValues, ...values } };
  return valueIn(await saveParameters(deps, editor, input)).version;
}
