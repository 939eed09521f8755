import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Kommune } from '#compass';
import { dutyList } from '#duties';
import { permissionsOf, type Role } from '#identity';
import { clockFrom, type LocalDate, localDate, ok, type Result, refuse } from '#kernel';
import {
  actorOf,
  type OutgoingMail,
  openKeyRing,
  type Principal,
  parseTenantId,
  type TenantId,
} from '#platform';
import { resolveBody } from '#territory';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import { dutiesWorlds } from '../../efa/testing/efa-world.ts';
import { leererInhalt, type Umfrage, type Umfrageinhalt } from '../domain/umfrage.ts';
import type { BekannterStand } from '../domain/vorbelegung.ts';
import { notAllowed } from '../errors.ts';
import type { Kompasszeile, Person, SurveysDeps } from '../surveys-deps.ts';
import { keepUmfrage } from '../use-cases/keep-umfrage.ts';
import { type Antwortende, antwortendeOf, type Fragende, fragendeOf } from '../use-cases/people.ts';
import { saveAntwort } from '../use-cases/save-antwort.ts';
import { type Schrittwunsch, takeStep } from '../use-cases/take-step.ts';

/** A Kommune of the test: who coordinates, who leads, who works in a Fachbereich. */
export interface TestKommune {
  readonly kommune: Kommune;
  readonly teilt: boolean;
  readonly koordination: Principal;
  readonly leitung: Principal;
  readonly bauamt: Principal;
  readonly personen: readonly Person[];
  /** What it stated of its Leistungen. */
  readonly stand: Map<string, BekannterStand>;
}

/** An IT-Dienstleister with three Kommunen of which one does not share, over catalogue and rules as shipped. */
export interface SurveysWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: SurveysDeps;
  readonly lead: Principal;
  readonly anbieter: TenantId;
  readonly lemgo: TestKommune;
  readonly detmold: TestKommune;
  readonly blomberg: TestKommune;
  readonly mails: OutgoingMail[];
  readonly turnClock: (days: number) => void;
}

/** Opens the world; the clock stands at 21 November 2026, 10 o'clock in Germany. */
export async function openSurveysWorld(ports: Partial<SurveysDeps> = {}): Promise<SurveysWorld> {
  const [t, { shipped }] = await Promise.all([testDatabase(), dutiesWorlds()]);
  let now = Date.parse('2026-11-21T09:00:00Z');
  const anbieter = await organisation(t, 'it-dienstleister', 'IT-Verbund');
  const lemgo = await kommuneNamed(t, anbieter, ['05766044', 'Lemgo', true]);
  const detmold = await kommuneNamed(t, anbieter, ['05766020', 'Detmold', true]);
  const blomberg = await kommuneNamed(t, anbieter, ['05766012', 'Blomberg', false]);
  const all = [lemgo, detmold, blomberg];
  const of = (tenant: string | null | undefined) => all.find(({ kommune }) => kommune.tenant === tenant);
  const mails: OutgoingMail[] = [];
  const clock = clockFrom(() => new Date(now));
  const deps: SurveysDeps = {
    db: t.db,
    clock,
    demo: true,
    keys: openKeyRing(randomBytes(32).toString('base64url')),
    world: async () => shipped,
    ownKommune: async (principal) => of(principal?.tenant)?.kommune ?? null,
    ownAnbieter: async (principal) =>
      principal?.tenant === anbieter ? { tenant: anbieter, name: 'IT-Verbund' } : null,
    betreute: async () => all.map(({ kommune, teilt }) => ({ ...kommune, teilt })),
    kompass: async (_, { tenant, ags }) => {
      const body = resolveBody(shipped.territory, ags);
      assert.ok(body.ok);
      const stand = of(tenant)?.stand;
      return new Map(
        dutyList(shipped.duties, body.value, clock.today()).leistungen.map(
          ({ id, verdict }): [string, Kompasszeile] => [
            id,
            { pflicht: verdict === 'selbst', stand: stand?.get(id) ?? null, fachbereich: fachbereichOf(id) },
          ],
        ),
      );
    },
    personen: async (_, { tenant }) => of(tenant)?.personen ?? [],
    spielraum: null,
    alleAnbieter: async () => [anbieter],
    sendMail: async (mail) => void mails.push(mail),
    staffOrigin: 'http://verwaltung.localhost',
    actingFor: async (operator, name) => {
      const found = all.find(({ kommune }) => kommune.name === name)?.kommune.tenant;
      const tenant = found ?? (name === 'IT-Verbund' ? anbieter : null);
      return tenant ? ok({ ...operator, tenant }) : refuse(notAllowed);
    },
    ...ports,
  };
  return {
    t,
    deps,
    lead: principalOf(anbieter, 'ozg-leitung', randomUUID()),
    anbieter,
    lemgo,
    detmold,
    blomberg,
    mails,
    turnClock: (days) => {
      now += days * 86_400_000;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

/** Leistungen with an even number belong to the Bauamt. */
function fachbereichOf(id: string): Kompasszeile['fachbereich'] {
  return Number(id.slice(1)) % 2 === 0
    ? { id: '00000000-0000-4000-8000-000000000001', name: 'Bauamt' }
    : null;
}

function principalOf(tenant: TenantId, role: Role, id: string): Principal {
  return { kind: 'mitglied', actor: actorOf('mitglied', id), tenant, permissions: permissionsOf([role]) };
}

async function organisation(t: TestDatabase, kind: string, name: string, ags: string | null = null) {
  const tenant = parseTenantId(randomUUID()) ?? assert.fail();
  await t.superuser.query(
    'insert into identity.organisation (id, kind, name, body_key) values ($1, $2, $3, $4)',
    [tenant, kind, name, ags],
  );
  return tenant;
}

async function kommuneNamed(
  t: TestDatabase,
  anbieter: TenantId,
  [ags, name, teilt]: readonly [string, string, boolean],
): Promise<TestKommune> {
  const tenant = await organisation(t, 'kommune', name, ags);
  await t.superuser.query(
    `insert into identity.betreuung (kommune_id, provider_id, valid_from) values ($1, $2, '2020-01-01')`,
    [tenant, anbieter],
  );
  if (teilt)
    await t.superuser.query(
      `insert into identity.einwilligung (tenant_id, provider_id, valid_from, stated_by) values ($1, $2, '2020-01-01', 'x')`,
      [tenant, anbieter],
    );
  const ids = [randomUUID(), randomUUID(), randomUUID()] as const;
  return {
    kommune: { tenant, ags, name },
    teilt,
    koordination: principalOf(tenant, 'koordination', ids[0]),
    leitung: principalOf(tenant, 'leitung', ids[1]),
    bauamt: principalOf(tenant, 'stand-pflege', ids[2]),
    personen: [
      { id: ids[0], name: 'Mara Feldweg', darfAntworten: true },
      { id: ids[1], name: 'Wiebke Tannhof', darfAntworten: false },
      { id: ids[2], name: 'Oke Sandgrund', darfAntworten: true },
    ],
    stand: new Map(),
  };
}

/** The value of a result that must have gone well. */
export function valueIn<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.code}: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The code of a refusal that there must be. */
export function codeOf(result: Result<unknown>): string {
  assert.ok(!result.ok, 'a refusal was expected');
  return result.refusal.code;
}

export async function leadOf({ deps, lead }: SurveysWorld): Promise<Fragende> {
  return valueIn(await fragendeOf(deps, lead, 'fuehren'));
}

export async function answering(
  { deps }: Pick<SurveysWorld, 'deps'>,
  principal: Principal,
): Promise<Antwortende> {
  return valueIn(await antwortendeOf(deps, principal, 'lesen'));
}

export const day = (text: string): LocalDate => localDate(text);

/** Three Leistungen that all three Kommunen owe themselves. */
export async function dreiPflichten(world: SurveysWorld): Promise<readonly [string, string, string]> {
  const { territory, duties } = await world.deps.world();
  const [lemgo = [], ...others] = [world.lemgo, world.detmold, world.blomberg].map(({ kommune }) => {
    const body = resolveBody(territory, kommune.ags);
    assert.ok(body.ok);
    return dutyList(duties, body.value, world.deps.clock.today())
      .leistungen.filter(({ verdict }) => verdict === 'selbst')
      .map(({ id }) => id);
  });
  const [a, b, c] = lemgo.filter((id) => others.every((ids) => ids.includes(id)));
  return [a ?? assert.fail(), b ?? assert.fail(), c ?? assert.fail()];
}

/** Begins a survey with a deadline in two weeks, unless said otherwise. */
export async function drafted(
  world: SurveysWorld,
  inhalt: Partial<Umfrageinhalt> = {},
  tage: { readonly frist?: string; readonly nachfrist?: string } = {},
): Promise<Umfrage> {
  const wunsch = {
    inhalt: { ...leererInhalt, titel: 'Runde 2026', ...inhalt },
    frist: day(tage.frist ?? '2026-12-05'),
    nachfrist: tage.nachfrist === undefined ? null : day(tage.nachfrist),
    bisher: null,
  };
  return valueIn(await keepUmfrage(world.deps, await leadOf(world), wunsch));
}

/** Takes a step with a survey as its house does, from the state in which it is. */
export async function stepped(
  world: SurveysWorld,
  { id, fassung }: Pick<Umfrage, 'id' | 'fassung'>,
  art: Schrittwunsch['art'],
  more: Partial<Schrittwunsch> = {},
): Promise<Umfrage> {
  const wunsch = { art, fassung, grund: '', tag: '', ...more };
  return valueIn(await takeStep(world.deps, await leadOf(world), id, wunsch));
}

/** A survey about three duties that is open. */
export async function opened(
  world: SurveysWorld,
  inhalt: Partial<Umfrageinhalt> = {},
  tage: Parameters<typeof drafted>[2] = {},
): Promise<Umfrage> {
  const liste = await dreiPflichten(world);
  const umfang = { ...leererInhalt.umfang, liste };
  return stepped(world, await drafted(world, { umfang, ...inhalt }, tage), 'oeffnen');
}

/** Answers as somebody does who saw nothing before. */
export async function answered(
  world: Pick<SurveysWorld, 'deps'>,
  principal: Principal,
  { id }: Pick<Umfrage, 'id'>,
  leistungId: string,
  felder: Readonly<Record<string, string>>,
  grundlage = 0,
) {
  const who = await answering(world, principal);
  return valueIn(await saveAntwort(world.deps, who, id, { leistungId, grundlage, gelesen: null, felder }));
}
