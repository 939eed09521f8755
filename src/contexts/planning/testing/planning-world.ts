import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Catalogue } from '#catalogue';
import type { Kommune } from '#compass';
import { clockFrom, type Quartal, quartal, type Result, refuse } from '#kernel';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { shippedCatalogue } from '../../catalogue/testing/shipped-catalogue.ts';
import type { MassnahmeInhalt } from '../domain/massnahme.ts';
import type { TeamInhalt } from '../domain/team.ts';
import { makePlan } from '../handlers.ts';
import type { PlanningDeps, SolveDeps } from '../planning-deps.ts';
import { runSolver } from '../solver/run-solver.ts';
import type { CapacityOwner, Planner } from '../use-cases/actors.ts';
import { beginPlan } from '../use-cases/begin-plan.ts';
import { saveMassnahme } from '../use-cases/save-massnahme.ts';
import { saveTeam } from '../use-cases/save-team.ts';
import { saveVorlage } from '../use-cases/save-vorlage.ts';

/** A database with a house that plans for three Kommunen; it is noon of 22.11.2026. */
export interface PlanningWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: PlanningDeps;
  readonly planner: Planner;
  readonly house: CapacityOwner;
  readonly kommunen: readonly [CapacityOwner, CapacityOwner, CapacityOwner];
}

let catalogue: Promise<Catalogue> | undefined;

const names = [
  ['05766044', 'Lemgo'],
  ['05766020', 'Detmold'],
  ['05766008', 'Bad Salzuflen'],
] as const;

export async function openPlanningWorld(ports: Partial<PlanningDeps> = {}): Promise<PlanningWorld> {
  catalogue ??= shippedCatalogue();
  const world = await catalogue;
  const t = await testDatabase();
  const anbieter = { tenant: tenantId(), name: 'Rechenzentrum Lippe' };
  const kommunen = names.map(([ags, name]): Kommune => ({ tenant: tenantId(), ags, name }));
  const deps: PlanningDeps = {
    db: t.db,
    clock: clockFrom(() => new Date('2026-11-22T12:00:00Z')),
    demo: false,
    catalogue: async () => world,
    ownKommune: async (principal) => kommunen.find(({ tenant }) => tenant === principal?.tenant) ?? null,
    ownAnbieter: async (principal) => (principal?.tenant === anbieter.tenant ? anbieter : null),
    anbieterOf: async (tenant) => (tenant === anbieter.tenant ? anbieter : null),
    actingFor: async (operator, organisation) =>
      organisation === anbieter.name
        ? {
            ok: true,
            value: { ...operator, tenant: anbieter.tenant, permissions: new Set(['planning.manage']) },
          }
        : refuse({ kind: 'not-found', code: 'TEST_UNKNOWN', message: organisation }),
    kreis: async () => kommunen,
    bedarf: async () => [],
    gewichte: async () => new Map(),
    strategie: async () => [],
    abweichungen: async () => [],
    verfuegbarkeit: async () => new Map(),
    verweise: async () => new Map(),
    ...ports,
  };
  const owner = (kommune: Kommune): CapacityOwner => ({ actor: member(), tenant: kommune.tenant, kommune });
  const [lemgo, detmold, salzuflen] = kommunen;
  assert.ok(lemgo && detmold && salzuflen);
  const planner = { actor: member(), anbieter };
  return {
    t,
    deps,
    planner,
    house: { actor: planner.actor, tenant: anbieter.tenant, kommune: null },
    kommunen: [owner(lemgo), owner(detmold), owner(salzuflen)],
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

function member() {
  return actorOf('mitglied', randomUUID());
}

function tenantId(): TenantId {
  const tenant = parseTenantId(randomUUID());
  assert.ok(tenant);
  return tenant;
}

/** A signed-in lead of the house. */
export function plannerPrincipal({
  planner: { actor, anbieter },
}: Pick<PlanningWorld, 'planner'>): Principal {
  return {
    kind: 'mitglied',
    actor,
    tenant: anbieter.tenant,
    permissions: new Set(['planning.manage', 'circle.read']),
  };
}

/** A signed-in coordinator of a Kommune. */
export function coordinatorPrincipal({ actor, tenant }: CapacityOwner): Principal {
  return {
    kind: 'mitglied',
    actor,
    tenant,
    permissions: new Set(['planning.capacity', 'compass.stand.read']),
  };
}

export const ab: Quartal = quartal('2027-Q1');

/** A team with days a month, in whole days. */
export function teamWith(monatlich: number, more: Partial<TeamInhalt> = {}): TeamInhalt {
  const inhalt = { name: 'Team Anbindung', faehigkeiten: ['Anbindung'], abweichungen: {}, beendet: false };
  return { ...inhalt, monatlich: monatlich * 10, ...more };
}

export function massnahmeWith(more: Partial<MassnahmeInhalt> = {}): MassnahmeInhalt {
  return {
    titel: 'Hund anmelden',
    leistungId: null,
    vorlage: 'anbinden',
    kommunen: names.map(([ags]) => ({ ags, quartal: null })),
    gewicht: 50,
    begruendung: '',
    verfuegbarAb: null,
    frist: null,
    nach: [],
    teams: {},
    ...more,
  };
}

/** One team of three days a month, one template of three days a Kommune: three Kommunen fit into a quarter. */
export async function furnished(
  world: PlanningWorld,
  massnahmen: Readonly<Record<string, Partial<MassnahmeInhalt>>>,
) {
  const { deps, planner, house } = world;
  const team = valueIn(await saveTeam(deps, house, { id: null, grundlage: 0, inhalt: teamWith(3) }));
  const zeilen = [{ seite: 'dienstleister' as const, faehigkeit: 'Anbindung', einmalig: 0, jeKommune: 30 }];
  const inhalt = { name: 'Anbinden', zeilen, vorbereitung: ['Postfach benennen.'], beendet: false };
  valueIn(await saveVorlage(deps, planner, { id: 'anbinden', grundlage: 0, inhalt }));
  for (const [id, more] of Object.entries(massnahmen))
    valueIn(
      await saveMassnahme(deps, planner, {
        id,
        grundlage: 0,
        inhalt: massnahmeWith(more),
        herkunft: 'hand',
        beendet: false,
      }),
    );
  return team;
}

/** Asks for a plan and lets it be made. */
export async function planned(
  { deps, planner }: PlanningWorld,
  wunsch: Partial<Parameters<typeof beginPlan>[2]> = {},
  rechne: SolveDeps['rechne'] = runSolver,
) {
  const order = { titel: 'Plan', ab, quartale: 4, sekunden: 2, annahmen: [], ...wunsch };
  const begun = valueIn(await beginPlan(deps, planner, order));
  const job = {
    vorgang: begun.vorgang,
    plan: begun.id,
    tenant: planner.anbieter.tenant,
    actor: planner.actor,
  };
  await makePlan({ ...deps, rechne }, job);
  return begun;
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
