import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Catalogue } from '#catalogue';
import type { Anbieter, Kommune } from '#efa';
import type { Feld } from '#fields';
import { clockFrom, type LocalDate, localDate, type Result } from '#kernel';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { shippedCatalogue } from '../../catalogue/testing/shipped-catalogue.ts';
import { fieldsOf } from '../../fields/testing/fields-of.ts';
import { leererInhalt } from '../domain/leerer-inhalt.ts';
import { type AllePhasen, leerePhasen, type Phase, type Phasentermine } from '../domain/phase.ts';
import { ohneIntern, type Projektinhalt } from '../domain/projekt.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { projektArt } from '../projekt-art.ts';
import type { Coordinator, Lead } from '../use-cases/actors.ts';
import { type SaveInput, saveProjekt } from '../use-cases/save-projekt.ts';

/** A database with two houses that lead projects and two Kommunen; it is noon of 22.11.2026 until the clock is turned. */
export interface ProjectsWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: ProjectsDeps;
  readonly lead: Lead;
  readonly other: Lead;
  readonly lemgo: Coordinator;
  readonly detmold: Coordinator;
  /** The fields as they are worded; a test changes them. */
  readonly felder: Feld[];
  readonly turnClock: (days: number) => void;
}

let catalogue: Promise<Catalogue> | undefined;

/** The shipped catalogue, read once for all tests. */
export function theCatalogue(): Promise<Catalogue> {
  catalogue ??= shippedCatalogue();
  return catalogue;
}

export async function openProjectsWorld(ports: Partial<ProjectsDeps> = {}): Promise<ProjectsWorld> {
  const world = await theCatalogue();
  const t = await testDatabase();
  let now = Date.parse('2026-11-22T12:00:00Z');
  const houses = [house('Rechenzentrum Lippe'), house('Rechenzentrum Ruhr')] as const;
  const kommunen = [kommune('05766044', 'Lemgo'), kommune('05766020', 'Detmold')] as const;
  const felder = [...fieldsOf(projektArt)];
  const deps: ProjectsDeps = {
    db: t.db,
    clock: clockFrom(() => new Date(now)),
    demo: false,
    catalogue: async () => world,
    ownKommune: async (principal) => kommunen.find(({ tenant }) => tenant === principal?.tenant) ?? null,
    ownAnbieter: async (principal) => houses.find(({ tenant }) => tenant === principal?.tenant) ?? null,
    kommuneOf: async (text) => kommunen.find(({ ags, name }) => ags === text || name === text) ?? null,
    anbieterNamed: async (name) => houses.find((each) => each.name === name) ?? null,
    felderOf: async () => felder,
    loesungNamen: null,
    lueckenwirkung: async () => null,
    rueckfragen: async () => '',
    ...ports,
  };
  return {
    t,
    deps,
    felder,
    lead: { actor: member(), anbieter: houses[0] },
    other: { actor: member(), anbieter: houses[1] },
    lemgo: { actor: member(), kommune: kommunen[0] },
    detmold: { actor: member(), kommune: kommunen[1] },
    turnClock: (days) => {
      now += days * 86_400_000;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

function member() {
  return actorOf('mitglied', randomUUID());
}

export function tenantId(): TenantId {
  const tenant = parseTenantId(randomUUID());
  assert.ok(tenant);
  return tenant;
}

function house(name: string): Anbieter {
  return { tenant: tenantId(), name };
}

function kommune(ags: string, name: string): Kommune {
  return { tenant: tenantId(), ags, name };
}

/** A signed-in lead of a house. */
export function leadPrincipal({ actor, anbieter }: Lead): Principal {
  return {
    kind: 'mitglied',
    actor,
    tenant: anbieter.tenant,
    permissions: new Set(['projects.manage', 'circle.read']),
  };
}

/** A signed-in coordinator of a Kommune. */
export function coordinatorPrincipal({ actor, kommune: { tenant } }: Coordinator): Principal {
  return { kind: 'mitglied', actor, tenant, permissions: new Set(['projects.join']) };
}

/** The operator at the command line. */
export const operator: Principal = {
  kind: 'betreiber',
  actor: actorOf('betreiber', 'test'),
  tenant: null,
  permissions: new Set(),
};

/** Phases of which only some have days, as `{ 'rollout-nrw': { planBeginn: '2027-05-01' } }`. */
export function phasesWith(
  given: Partial<Record<Phase, Partial<Record<keyof Phasentermine, string>>>>,
): AllePhasen {
  const days = (texts: Partial<Record<keyof Phasentermine, string>>): Partial<Phasentermine> =>
    Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, name === 'bemerkung' ? text : localDate(text)]),
    );
  const all: Record<Phase, Phasentermine> = { ...leerePhasen() };
  for (const [phase, texts] of Object.entries(given)) {
    const known = phase as Phase;
    all[known] = { ...all[known], ...days(texts) };
  }
  return all;
}

export const day = (text: string): LocalDate => localDate(text);

/** A sound project, with what the test says of it. */
export function projektWith(given: Partial<Projektinhalt> = {}): Projektinhalt {
  return { ...leererInhalt, titel: 'Wohngeld online', federfuehrung: 'Land NRW', ...given };
}

/** What `saveProjekt` takes for a project, new unless said otherwise. */
export function inputWith(inhalt: Partial<Projektinhalt> = {}, more: Partial<SaveInput> = {}): SaveInput {
  return { id: null, grundlage: null, inhalt: projektWith(inhalt), intern: ohneIntern, ...more };
}

/** Saves and gives the state that is in force then. */
export async function saved({ deps, lead }: Pick<ProjectsWorld, 'deps' | 'lead'>, input: SaveInput) {
  return valueIn(await saveProjekt(deps, lead, input));
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
