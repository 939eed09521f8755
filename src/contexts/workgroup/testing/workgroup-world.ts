import assert from 'node:assert/strict';
import { type DiscussionDeps, type House, recordOf } from '#discussion';
import { permissionsOf, readCircle, readMembers, readOrganisation } from '#identity';
import { clockFrom, isValidOn, ok, type Result } from '#kernel';
import { actorOf, type OutgoingMail, type Principal, type TenantId } from '#platform';
import { colleague, openWorld, organisation, type Person, type World } from '../../identity/testing/world.ts';
import type { WorkgroupDeps } from '../deps.ts';
import { runAktion } from '../doors/aktion.ts';
import { gruppeAktionen } from '../doors/aktionen-gruppe.ts';
import { sitzungAktionen } from '../doors/aktionen-sitzung.ts';
import type { Felder } from '../use-cases/felder.ts';
import { type Getan, type Mitwirkende, mitwirkendeOf } from '../use-cases/wer.ts';

const system = actorOf('system', 'test');

/** An IT-Dienstleister with three Kommunen that share, in each a coordinator; a stranger cared for by somebody else. */
export interface WorkgroupWorld extends AsyncDisposable {
  readonly world: World;
  readonly deps: WorkgroupDeps;
  readonly leitung: Principal;
  readonly kommunen: readonly Person[];
  readonly koordination: readonly Principal[];
  readonly fremd: Principal;
  readonly mails: OutgoingMail[];
  readonly breakMail: (broken: boolean) => void;
  readonly turnClock: (seconds: number) => void;
  /** Runs an action and gives its result. */
  readonly tue: (
    wer: Principal,
    capability: string,
    params?: Felder,
    felder?: Felder,
  ) => Promise<Result<Getan>>;
  /** The same, which must go well. */
  readonly getan: (wer: Principal, capability: string, params?: Felder, felder?: Felder) => Promise<string>;
  readonly wer: (principal: Principal) => Promise<Mitwirkende>;
}

const aktionen = [...sitzungAktionen, ...gruppeAktionen];

const names = ['Lemgo', 'Detmold', 'Blomberg'] as const;

export async function openWorkgroupWorld(): Promise<WorkgroupWorld> {
  const world = await openWorld();
  const provider = await organisation(world, 'it-dienstleister', { name: 'Rechenzentrum' });
  const lead = await colleague(world, provider, ['ozg-leitung']);
  const kommunen: Person[] = [];
  const koordination: Principal[] = [];
  for (const name of names) {
    const admin = await organisation(world, 'kommune', { name, provider: provider.tenant });
    kommunen.push(admin);
    koordination.push(principalOf(await colleague(world, admin, ['koordination']), 'koordination'));
    await world.t.superuser.query(
      "insert into identity.einwilligung values ($1, $2, '2020-01-01', null, 'system:test')",
      [admin.tenant, provider.tenant],
    );
  }
  const strange = await organisation(world, 'it-dienstleister', { name: 'Anderes Rechenzentrum' });
  const fremdeKommune = await organisation(world, 'kommune', { name: 'Aachen', provider: strange.tenant });
  const fremd = principalOf(await colleague(world, fremdeKommune, ['koordination']), 'koordination');
  const mails: OutgoingMail[] = [];
  let broken = false;
  let offset = 0;
  const clock = clockFrom(() => new Date(world.clock.now().getTime() + offset * 1000));
  const deps = depsOf({ ...world, clock }, [provider.tenant, strange.tenant], async (mail) => {
    if (broken) throw new Error('the mail server does not answer');
    mails.push(mail);
  });
  const tue: WorkgroupWorld['tue'] = async (wer, capability, params = {}, felder = {}) => {
    const aktion = aktionen.find((one) => one.capability === capability);
    assert.ok(aktion, capability);
    return runAktion(aktion, deps, wer, params, felder);
  };
  return {
    world,
    deps,
    leitung: principalOf(lead, 'ozg-leitung'),
    kommunen,
    koordination,
    fremd,
    mails,
    breakMail: (value) => {
      broken = value;
    },
    turnClock: (seconds) => {
      offset += seconds;
    },
    tue,
    getan: async (...call) => valueIn(await tue(...call)).id,
    wer: async (principal) => valueIn(await mitwirkendeOf(deps, principal)),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

function principalOf(person: Person, role: 'koordination' | 'ozg-leitung'): Principal {
  return {
    kind: 'mitglied',
    actor: actorOf('mitglied', person.id),
    tenant: person.tenant,
    permissions: permissionsOf([role]),
  };
}

function depsOf(
  world: World,
  providers: readonly TenantId[],
  sendMail: WorkgroupDeps['sendMail'],
): WorkgroupDeps {
  const { db, keys, clock, staffOrigin } = world;
  const nobody = new Set<string>();
  const discussion: DiscussionDeps = {
    db,
    clock,
    demo: true,
    staffOrigin,
    records: [
      {
        art: 'leistung',
        label: 'Leistung',
        mayRead: () => true,
        find: async (_, id) =>
          ok(recordOf({ art: 'leistung', id, name: `Leistung ${id}`, href: `/katalog/leistungen/${id}` })),
      },
    ],
    houseOf: (principal) => houseOf(world, principal),
    betreute: async (tenant) =>
      (await readCircle(world, { tenant, actor: system, permissions: nobody })).map(
        ({ id, name, teiltSeit }) => ({ id, name, teilt: teiltSeit !== null }),
      ),
    colleagues: async (tenant) =>
      (await readMembers(world, { tenant, actor: system, permissions: nobody })).map(
        ({ id, name, email, state, roles }) => ({
          id,
          name,
          email: state === 'active' ? email : null,
          permissions: permissionsOf(roles),
        }),
      ),
    sendMail: async () => {},
    actingFor: async (operator) => ok(operator),
  };
  return {
    db,
    keys,
    clock,
    demo: true,
    discussion,
    houseOf: discussion.houseOf,
    betreute: async (tenant) =>
      (await readCircle(world, { tenant, actor: system, permissions: nobody })).map(
        ({ id, name, bodyKey }) => ({ id, name, ags: bodyKey }),
      ),
    colleagues: discussion.colleagues,
    einwohner: async () => (ags) => (ags === null ? null : Number(ags.slice(-2)) * 1000),
    sendMail,
    scan: async () => null,
    staffOrigin,
    mailFrom: 'leitwerk@example.invalid',
    providers: async () => providers,
    organisationen: async () => providers,
    ziele: [
      {
        art: 'leistung',
        label: 'Leistung',
        beispiel: 'leistung:L00001',
        mayRead: () => true,
        find: async (_, id) => ok({ id, name: `Leistung ${id}`, href: `/katalog/leistungen/${id}` }),
      },
    ],
    neuerungen: [],
    pakete: () => [],
    rollen: [{ value: 'koordination', label: 'OZG-Koordination' }],
    actingFor: async (operator) => ok(operator),
  };
}

async function houseOf(world: World, principal: Principal | null): Promise<House | null> {
  if (!principal?.tenant) return null;
  const own = await readOrganisation(world, { ...principal, tenant: principal.tenant });
  if (!own.ok) return null;
  const { organisation: one, providers, einwilligungen } = own.value;
  const teilt = (id: TenantId) =>
    einwilligungen.some((each) => each.providerId === id && isValidOn(each, world.clock.today()));
  return {
    id: one.id,
    name: one.name,
    isProvider: one.kind === 'it-dienstleister',
    betreuer: providers.map(({ id, name }) => ({ id, name, teilt: teilt(id) })),
  };
}

/** The value of a result that must have gone well. */
export function valueIn<T>(result: Result<T>): T {
  assert.ok(
    result.ok,
    result.ok
      ? ''
      : `${result.refusal.code}: ${result.refusal.message} ${JSON.stringify(result.refusal.fields ?? [])}`,
  );
  return result.value;
}

/** The code of a result that must be a refusal. */
export function codeOf(result: Result<unknown>): string {
  assert.ok(!result.ok, 'a refusal was expected');
  return result.refusal.code;
}

/** A session of a new group to which all three Kommunen belong. */
export async function sitzungIn(
  w: WorkgroupWorld,
): Promise<{ readonly gruppe: string; readonly id: string }> {
  const gruppe = await w.getan(
    w.leitung,
    'workgroup.group.found',
    {},
    { name: 'Digitale Kommunen', zweck: '' },
  );
  await w.getan(w.leitung, 'workgroup.group.seat', { gruppe }, { kommunen: 'alle' });
  for (const person of w.koordination) await w.getan(person, 'workgroup.group.join', { gruppe });
  const id = await w.getan(w.leitung, 'workgroup.session.plan', { gruppe }, termin);
  return { gruppe, id };
}

export const termin = {
  titel: 'Wintersitzung',
  tag: '2026-12-10',
  beginn: '09:30',
  ende: '12:00',
  form: 'hybrid',
  ort: 'Rathaus',
  link: 'https://konferenz.example/ag',
  abstandMonate: '3',
} as const;
