import assert from 'node:assert/strict';
import { permissionsOf, type Role } from '#identity';
import { clockFrom, ok, type Result } from '#kernel';
import { actorOf, type Principal, parseTenantId, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import type { DiscussionDeps, House } from '../deps.ts';
import { type RecordKind, recordOf } from '../record-kind.ts';

/** An organisation of the test world. */
interface TestHouse {
  readonly id: TenantId;
  readonly name: string;
  readonly kind: 'kommune' | 'it-dienstleister' | 'betreiber';
  readonly provider: string | null;
  readonly teilt: boolean;
  readonly roles: readonly Role[];
}

/** Somebody of the test world: `lemgo/koordination`. */
export interface Person {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly house: string;
  readonly principal: Principal;
}

/** A provider with three Kommunen, of which one does not share; another provider with a Kommune; the operator. */
export interface World extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: DiscussionDeps;
  readonly people: readonly Person[];
  readonly person: (key: string) => Person;
  readonly as: (key: string) => Principal;
  readonly tenant: (house: string) => TenantId;
  readonly mails: string[];
  readonly turnClock: (minutes: number) => void;
  /** Addresses to which no mail can be sent. */
  readonly dead: Set<string>;
}

const kommune = ['administrator', 'koordination', 'fachbereich', 'stand-pflege', 'leitung', 'lesen'] as const;
const provider = ['provider-administrator', 'ozg-leitung', 'provider-lesen'] as const;

const plan: readonly (readonly [string, TestHouse['kind'], string | null, boolean, readonly Role[]])[] = [
  ['verbund', 'it-dienstleister', null, false, provider],
  ['lemgo', 'kommune', 'verbund', true, kommune],
  ['detmold', 'kommune', 'verbund', true, kommune],
  ['blomberg', 'kommune', 'verbund', false, kommune],
  ['fremd', 'it-dienstleister', null, false, provider],
  ['aachen', 'kommune', 'fremd', true, kommune],
  ['betrieb', 'betreiber', null, false, ['betrieb']],
];

const uuid = (a: number, b: number) => `00000000-0000-4000-8000-0000000${a}${String(b).padStart(4, '0')}`;

function tenantOf(index: number): TenantId {
  const id = parseTenantId(uuid(index + 1, 0).replace(/^0{8}/, `${index + 1}0000000`));
  assert.ok(id);
  return id;
}

const houses = new Map(
  plan.map(([name, kind, by, teilt, roles], index): [string, TestHouse] => [
    name,
    { id: tenantOf(index), name: name.toUpperCase(), kind, provider: by, teilt, roles },
  ]),
);

const people: readonly Person[] = [...houses].flatMap(([key, house], at) =>
  house.roles.map((role, index) => {
    const id = uuid(at + 1, index + 1);
    return {
      key: `${key}/${role}`,
      id,
      name: `Person ${role} ${key}`,
      house: key,
      principal: {
        kind: 'mitglied',
        actor: actorOf('mitglied', id),
        tenant: house.id,
        permissions: permissionsOf([role]),
      },
    };
  }),
);

function houseBy(id: TenantId): TestHouse {
  const found = [...houses.values()].find((house) => house.id === id);
  assert.ok(found);
  return found;
}

const records: readonly RecordKind[] = [
  {
    art: 'leistung',
    label: 'Leistung',
    mayRead: () => true,
    find: async (_, id) => ok(recordOf({ art: 'leistung', id, name: `Leistung ${id}`, href: `/l/${id}` })),
  },
  {
    // The state of a Leistung in Lemgo; who may read no state sees no question on it.
    art: 'stand',
    label: 'Umsetzungsstand',
    mayRead: (permissions) => permissions.has('compass.stand.read') || permissions.has('circle.read'),
    find: async (_, id) => {
      const lemgo = houses.get('lemgo');
      assert.ok(lemgo);
      return ok({
        art: 'stand',
        id,
        name: `Stand von ${id} in Lemgo`,
        href: `/stand/${id}`,
        tenant: { id: lemgo.id, name: lemgo.name },
        allgemein: { art: 'leistung', id, name: `Leistung ${id}` },
      });
    },
  },
];

export async function openWorld(): Promise<World> {
  const t = await testDatabase();
  let now = Date.parse('2026-11-22T08:00:00Z');
  const mails: string[] = [];
  const dead = new Set<string>();
  await seed(t);
  const deps: DiscussionDeps = {
    db: t.db,
    clock: clockFrom(() => new Date(now)),
    demo: true,
    records,
    houseOf: async (principal) => (principal?.tenant ? houseView(houseBy(principal.tenant)) : null),
    betreute: async (id) => {
      const [key] = [...houses].find(([, house]) => house.id === id) ?? [];
      return [...houses.values()].filter((house) => house.provider === key);
    },
    colleagues: async (id) =>
      people
        .filter(({ principal }) => principal.tenant === id)
        .map((one) => ({
          id: one.id,
          name: one.name,
          email: one.key,
          permissions: one.principal.permissions,
        })),
    sendMail: async ({ to }) => {
      if (dead.has(to)) throw new Error('the mail server does not answer');
      mails.push(to);
    },
    staffOrigin: 'http://verwaltung.localhost',
    actingFor: async (operator) => ok(operator),
  };
  const person = (key: string) => {
    const found = people.find((one) => one.key === key);
    assert.ok(found, key);
    return found;
  };
  return {
    t,
    deps,
    people,
    person,
    as: (key) => person(key).principal,
    tenant: (key) => {
      const house = houses.get(key);
      assert.ok(house);
      return house.id;
    },
    mails,
    dead,
    turnClock: (minutes) => {
      now += minutes * 60_000;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

function houseView({ id, name, kind, provider: by, teilt }: TestHouse): House {
  const caring = by === null ? undefined : houses.get(by);
  return {
    id,
    name,
    isProvider: kind === 'it-dienstleister',
    betreuer: caring ? [{ id: caring.id, name: caring.name, teilt }] : [],
  };
}

async function seed({ superuser }: TestDatabase): Promise<void> {
  for (const [index, { id, kind, name }] of [...houses.values()].entries()) {
    const key = kind === 'kommune' ? `0576600${index}` : null;
    await superuser.query(
      'insert into identity.organisation (id, kind, name, body_key) values ($1, $2, $3, $4)',
      [id, kind, name, key],
    );
  }
  for (const { id, provider: by, teilt } of houses.values()) {
    const caring = by === null ? undefined : houses.get(by);
    if (caring === undefined) continue;
    await superuser.query("insert into identity.betreuung values ($1, $2, '2020-01-01', null)", [
      id,
      caring.id,
    ]);
    // Consent that was withdrawn is worth as much as none.
    await superuser.query(
      "insert into identity.einwilligung values ($1, $2, '2020-01-01', $3, 'system:test')",
      [id, caring.id, teilt ? null : '2021-12-31'],
    );
  }
}

/** The value of a result that must have gone well. */
export function valueIn<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code}: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The code of a result that must be a refusal. */
export function codeOf(result: Result<unknown>): string {
  assert.ok(!result.ok, 'a refusal was expected');
  return result.refusal.code;
}
