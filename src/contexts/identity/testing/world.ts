import assert from 'node:assert/strict';
import { type Clock, clockFrom, ok, type Result, refuse } from '#kernel';
import { actorOf, type Database, type KeyRing, newSecret, openKeyRing, type TenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { type PasswordHasher, passwordHasher } from '../credentials/password.ts';
import { codeAt } from '../credentials/totp.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import { permissionsOf, type Role } from '../domain/roles.ts';
import { organisationUnknown } from '../errors.ts';
import { useLink } from '../use-cases/accept-invitation.ts';
import { memberActor } from '../use-cases/actors.ts';
import type { OfficeReading, Stelle } from '../use-cases/change-offices.ts';
import { confirmCode } from '../use-cases/confirm-code.ts';
import type { Caller, Mail } from '../use-cases/deps.ts';
import { foundOrganisation } from '../use-cases/found-organisation.ts';
import { inviteMember } from '../use-cases/invite-member.ts';
import type { BodyName } from '../use-cases/onboard-kommune.ts';
import { draftTotp, proveTotp } from '../use-cases/set-up-totp.ts';
import { signIn } from '../use-cases/sign-in.ts';

/** A fresh database with everything the use cases need, a clock to turn, and the mails that went out. */
export interface World extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly db: Database;
  readonly keys: KeyRing;
  readonly masterKey: string;
  readonly clock: Clock;
  readonly passwords: PasswordHasher;
  readonly mails: Mail[];
  readonly sendMail: (mail: Mail) => Promise<void>;
  readonly staffOrigin: string;
  readonly installationName: string;
  readonly cookieName: string;
  readonly linkCookieName: string;
  readonly later: (work: () => Promise<void>) => void;
  readonly officesOf: OfficeReading['officesOf'];
  readonly findBody: (text: string) => Promise<Result<BodyName>>;
  /** Waits for the work that was put off until after the answer. */
  readonly settled: () => Promise<void>;
  readonly turnClock: (seconds: number) => void;
  /** Makes the next mails fail. */
  readonly breakMail: (broken: boolean) => void;
}

export const password = 'vier nasse gänse';
export const clientAddress = '127.0.0.1';

/** The offices of every organisation here. */
export const offices: readonly Stelle[] = ['Steueramt', 'Ordnungsamt'].map((name, index) => ({
  id: `00000000-0000-4000-8000-00000000000${index + 1}`,
  name,
}));

const bodies: readonly BodyName[] = [
  { key: '05766044', name: 'Lemgo' },
  { key: '05766020', name: 'Detmold' },
  { key: '05766', name: 'Kreis Lippe' },
];

export async function openWorld(): Promise<World> {
  const t = await testDatabase();
  const masterKey = newSecret();
  let now = Date.parse('2026-11-21T08:00:00Z');
  let broken = false;
  const mails: Mail[] = [];
  const works: Promise<void>[] = [];
  return {
    t,
    db: t.db,
    keys: openKeyRing(masterKey),
    masterKey,
    clock: clockFrom(() => new Date(now)),
    passwords: passwordHasher({ N: 2 ** 10, r: 8, p: 1 }),
    mails,
    sendMail: async (mail) => {
      if (broken) throw new Error('the mail server does not answer');
      mails.push(mail);
    },
    staffOrigin: 'http://verwaltung.localhost:8080',
    installationName: 'Leitwerk Test',
    cookieName: '__Host-lw-test-session',
    linkCookieName: '__Host-lw-test-link',
    later: (work) => {
      works.push(work());
    },
    officesOf: async () => offices,
    findBody: async (text) => {
      const body = bodies.find(({ key, name }) => key === text || name === text);
      return body ? ok(body) : refuse(organisationUnknown);
    },
    settled: async () => {
      await Promise.all(works.splice(0));
    },
    turnClock: (seconds) => {
      now += seconds * 1000;
    },
    breakMail: (value) => {
      broken = value;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(works);
      await t[Symbol.asyncDispose]();
    },
  };
}

/** The value of a result that must have gone well. */
export function valueIn<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code}: ${result.refusal.message}`);
  return result.value;
}

/** The code of a result that must be a refusal. */
export function codeOf(result: Result<unknown>): string {
  assert.ok(!result.ok, 'a refusal was expected');
  return result.refusal.code;
}

/** The secret in the link of the latest mail to an address. */
export function secretInMail(world: World, to: string): string {
  const mail = world.mails.findLast((each) => each.to === to);
  assert.ok(mail, `no mail to ${to}`);
  const [, secret] = /\/(?:einladung|neues-passwort)\/([\w-]{43})/.exec(mail.text) ?? [];
  assert.ok(secret);
  return secret;
}

/** An active person: who it is, how it signs in, and what its calls look like. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly tenant: TenantId;
  readonly caller: Caller;
}

let count = 0;

/** Founds an organisation whose first administrator has accepted. */
export async function organisation(
  world: World,
  kind: OrganisationKind,
  options: { name?: string; bodyKey?: string; provider?: TenantId } = {},
): Promise<Person> {
  count += 1;
  const email = `admin${count}@demo.invalid`;
  const name = options.name ?? `Organisation ${count}`;
  const founded = valueIn(
    await foundOrganisation(world, actorOf('betreiber', 'test'), {
      kind,
      name,
      bodyKey: kind === 'kommune' ? (options.bodyKey ?? `0576${String(count).padStart(4, '0')}`) : null,
      erfunden: true,
      provider: options.provider ?? null,
      administrator: { name: `Admin ${count}`, email },
    }),
  );
  valueIn(await useLink(world, { secret: secretInMail(world, email), purpose: 'invitation', password }));
  const role = {
    kommune: 'administrator',
    'it-dienstleister': 'provider-administrator',
    betreiber: 'betrieb',
  } as const;
  return personOf(founded.memberId, email, founded.organisation.id, [role[kind]]);
}

/** Adds an active member to an administrator's organisation. */
export async function colleague(world: World, admin: Person, roles: readonly Role[]): Promise<Person> {
  count += 1;
  const email = `person${count}@demo.invalid`;
  const invited = valueIn(await inviteMember(world, admin.caller, { name: `Person ${count}`, email, roles }));
  valueIn(await useLink(world, { secret: secretInMail(world, email), purpose: 'invitation', password }));
  return personOf(invited.memberId, email, admin.tenant, roles);
}

function personOf(id: string, email: string, tenant: TenantId, roles: readonly Role[]): Person {
  return { id, email, tenant, caller: { tenant, actor: memberActor(id), permissions: permissionsOf(roles) } };
}

/** Signs a person in whose roles need no second factor. */
export async function session(world: World, person: Person): Promise<string> {
  const opened = valueIn(await signIn(world, { email: person.email, password, clientAddress }));
  assert.equal(opened.stage, 'complete');
  return opened.cookieValue;
}

/** Signs a person in who sets up its second factor on the way; the secret for further codes comes along. */
export async function firstSession(
  world: World,
  person: Person,
): Promise<{ cookieValue: string; secret: string; recoveryCodes: readonly string[] }> {
  const opened = valueIn(await signIn(world, { email: person.email, password, clientAddress }));
  assert.equal(opened.stage, 'enrol');
  const { secret } = valueIn(await draftTotp(world, opened.cookieValue));
  const code = codeAt(secret, world.clock.now());
  const proved = valueIn(await proveTotp(world, { cookieValue: opened.cookieValue, code, password: '' }));
  return { ...proved, secret };
}

/** Signs a person in with password and code. */
export async function sessionWithCode(world: World, person: Person, secret: string): Promise<string> {
  const opened = valueIn(await signIn(world, { email: person.email, password, clientAddress }));
  const code = codeAt(secret, world.clock.now());
  return valueIn(await confirmCode(world, { cookieValue: opened.cookieValue, code })).cookieValue;
}
