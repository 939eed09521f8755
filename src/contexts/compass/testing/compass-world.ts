import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Leistungsende } from '#catalogue';
import type { Feld } from '#fields';
import { clockFrom, ok, type Result, refuse } from '#kernel';
import { actorOf, openKeyRing, type Principal, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { dutiesWorlds } from '../../efa/testing/efa-world.ts';
import { fieldsOf, ownFeld } from '../../fields/testing/fields-of.ts';
import type { KreisStand } from '../domain/stand.ts';
import type { CompassDeps, Kommune, Person } from '../doors-deps.ts';
import { kommuneWithoutOrganisation } from '../errors.ts';
import { openFigures } from '../figures/open-figures.ts';
import { readReifegradmodelle } from '../read-reifegrad.ts';
import { standArt } from '../stand-art.ts';
import { changeStand } from '../use-cases/change-stand.ts';
import type { Editor } from '../use-cases/editor.ts';
import type { StandWunsch } from '../use-cases/stand-wunsch.ts';

/** A Kommune of the test with its coordinator and further members. */
export interface TestKommune {
  readonly kommune: Kommune;
  readonly koordination: Editor;
  readonly personen: Person[];
}

/** A database with two Kommunen of one circle, over catalogue, territory and rules as shipped. */
export interface CompassWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: CompassDeps;
  readonly lemgo: TestKommune;
  readonly detmold: TestKommune;
  readonly enden: Map<string, Leistungsende>;
  /** What others of the circle state. */
  readonly kreis: KreisStand[];
  /** The fields as they are worded; a test changes them. */
  readonly felder: Feld[];
  readonly turnClock: (days: number) => void;
}

/** Opens the world; the clock stands at 21 November 2026, 10 o'clock in Germany. */
export async function openCompassWorld(): Promise<CompassWorld> {
  const [t, { shipped }] = await Promise.all([testDatabase(), dutiesWorlds()]);
  let now = Date.parse('2026-11-21T09:00:00Z');
  const lemgo = await kommuneNamed(t, '05766044', 'Lemgo');
  const detmold = await kommuneNamed(t, '05766020', 'Detmold');
  const all = [lemgo, detmold];
  const kreis: KreisStand[] = [];
  const felder = [
    ...fieldsOf(
      standArt,
      ['eigen-kostenstelle', 'eigen-aktenzeichen-2', 'kommune-aemter'].map((key) => ownFeld(key)),
    ),
  ];
  const enden = new Map<string, Leistungsende>();
  const clock = clockFrom(() => new Date(now));
  const world = async () => shipped;
  const deps: CompassDeps = {
    db: t.db,
    clock,
    demo: true,
    world,
    figures: openFigures({ db: t.db, clock, world }),
    enden,
    modelle: shippedModelle(),
    ownKommune: async (principal) =>
      all.find(({ kommune }) => kommune.tenant === principal?.tenant)?.kommune ?? null,
    kommuneOf: async (ags) => all.find(({ kommune }) => kommune.ags === ags)?.kommune ?? null,
    circleOf: async (principal) =>
      principal?.permissions.has('circle.read') ? all.map(({ kommune }) => kommune) : null,
    actingFor: async (operator, name) => {
      const found = all.find(({ kommune }) => kommune.name === name);
      return found
        ? ok({ ...operator, tenant: found.kommune.tenant })
        : refuse(kommuneWithoutOrganisation(name));
    },
    rueckfragen: async () => '',
    fieldsFor: async () => felder,
    ziele: async () => [],
    keys: openKeyRing(randomBytes(32).toString('base64url')),
    scan: async () => null,
    personen: async (_, { tenant }) => all.find(({ kommune }) => kommune.tenant === tenant)?.personen ?? [],
    kreisStaende: async () => kreis,
    loesungen: async () => [{ id: 'hund-anmelden', name: 'Hund anmelden' }],
  };
  return {
    t,
    deps,
    lemgo,
    detmold,
    enden,
    kreis,
    felder,
    turnClock: (days) => {
      now += days * 86_400_000;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

async function kommuneNamed(t: TestDatabase, ags: string, name: string): Promise<TestKommune> {
  const kommune: Kommune = { tenant: newTenant(), ags, name };
  await t.superuser.query(
    `insert into identity.organisation (id, kind, name, body_key) values ($1, 'kommune', $2, $3)`,
    [kommune.tenant, name, ags],
  );
  const personen: Person[] = [];
  for (const person of ['Mara Feldweg', 'Oke Sandgrund', 'Svea Lindquell'])
    personen.push(await memberNamed(t, kommune, person));
  return { kommune, koordination: editorFor(kommune, personen[0]?.id ?? ''), personen };
}

/** Adds an active member to a Kommune. */
export async function memberNamed(t: TestDatabase, kommune: Kommune, name: string): Promise<Person> {
  const id = randomUUID();
  await t.superuser.query(
    `insert into identity.member (tenant_id, id, state, roles, name_sealed, email_sealed, email_index, created_at)
      values ($1, $2, 'active', '{stand-pflege}', '\\x00', '\\x00', $3, now())`,
    [kommune.tenant, id, randomBytes(32)],
  );
  return { id, name, entfernt: false };
}

/** Takes a member out of its Kommune, as identity does. */
export async function memberRemoved(t: TestDatabase, { personen }: TestKommune, id: string): Promise<void> {
  await t.superuser.query(
    `update identity.member set state = 'removed', email_sealed = null, email_index = null where id = $1`,
    [id],
  );
  const index = personen.findIndex((person) => person.id === id);
  const person = personen[index];
  if (person) personen[index] = { ...person, entfernt: true };
}

/** A member of a Kommune who may edit and manage. */
export function editorFor(kommune: Kommune, memberId: string): Editor {
  return {
    actor: actorOf('mitglied', memberId),
    kommune,
    mitglied: memberId,
    darfPflegen: true,
    darfVerwalten: true,
  };
}

/** The signed-in person behind an editor, with the permissions of a role. */
export function principalOf(editor: Editor, permissions: readonly string[] = koordination): Principal {
  return {
    kind: 'mitglied',
    actor: editor.actor,
    tenant: editor.kommune.tenant,
    permissions: new Set(permissions),
  };
}

const koordination = ['compass.stand.read', 'compass.stand.edit', 'compass.manage'];

/** The operator at the command line. */
export const operator: Principal = {
  kind: 'betreiber',
  actor: actorOf('betreiber', 'test'),
  tenant: null,
  permissions: new Set(),
};

function newTenant(): TenantId {
  const tenant = parseTenantId(randomUUID());
  assert.ok(tenant);
  return tenant;
}

/** States something that must be taken. */
export async function stated(
  { deps }: CompassWorld,
  { koordination: editor }: TestKommune,
  wunsch: Omit<StandWunsch, 'grundlage'> & { readonly grundlage?: number },
) {
  return valueIn(await changeStand(deps, editor, { grundlage: 0, ...wunsch }));
}

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

/** Both maturity models as shipped. */
export function shippedModelle() {
  return valueIn(readReifegradmodelle(join(import.meta.dirname, '../../../../data')));
}
