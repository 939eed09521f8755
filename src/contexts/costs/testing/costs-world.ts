import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Kommune } from '#efa';
import { clockFrom, localDate, type Result, refuse } from '#kernel';
import {
  actorOf,
  type OutgoingMail,
  openKeyRing,
  type Principal,
  parseTenantId,
  type TenantId,
} from '#platform';
import type { Territory } from '#territory';
import { type TestDatabase, testDatabase } from '../../../platform/testing/test-database.ts';
import type { CostsDeps } from '../costs-deps.ts';
import { monat } from '../domain/monat.ts';
import type { PlanInhalt } from '../plan-inhalt.ts';
import { readKostendaten } from '../read-kosten-data.ts';
import type { Manager, Payer } from '../use-cases/actors.ts';
import { savePlan } from '../use-cases/plan.ts';
import { alleGemeinsam, teilnehmende } from '../use-cases/plan-anlegen.ts';
import { saveSchluessel } from '../use-cases/schluessel.ts';

/** A database with a house that offers a service to three Kommunen; it is noon of 22.11.2026. */
export interface CostsWorld extends AsyncDisposable {
  readonly t: TestDatabase;
  readonly deps: CostsDeps;
  readonly manager: Manager;
  readonly kommunen: readonly [Payer, Payer, Payer];
  readonly mails: readonly OutgoingMail[];
  /** Lets a minute pass. */
  readonly later: () => void;
}

const names = [
  ['05766044', 'Lemgo', 40_000],
  ['05766020', 'Detmold', 74_000],
  ['05766008', 'Bad Salzuflen', 54_000],
] as const;

export const dienst = 'hund-anmelden';

export async function openCostsWorld(): Promise<CostsWorld> {
  const t = await testDatabase();
  const anbieter = { tenant: tenantId(), name: 'Rechenzentrum Lippe' };
  const kommunen = names.map(([ags, name]): Kommune => ({ tenant: tenantId(), ags, name }));
  const data = valueIn(readKostendaten(join(import.meta.dirname, '../../../../data')));
  await offer(t, anbieter);
  const mails: OutgoingMail[] = [];
  const noon = Date.parse('2026-11-22T12:00:00Z');
  let minutes = 0;
  const deps: CostsDeps = {
    db: t.db,
    clock: clockFrom(() => new Date(noon + minutes * 60_000)),
    demo: false,
    keys: openKeyRing(Buffer.alloc(32, 7).toString('base64url')),
    sendMail: async (mail) => void mails.push(mail),
    staffOrigin: 'http://verwaltung.test',
    territory: async () => territory(),
    grundlagen: async () => data,
    ownKommune: async (principal) => kommunen.find(({ tenant }) => tenant === principal?.tenant) ?? null,
    ownAnbieter: async (principal) => (principal?.tenant === anbieter.tenant ? anbieter : null),
    actingFor: async (operator, organisation) =>
      organisation === anbieter.name
        ? { ok: true, value: managing({ ...operator, tenant: anbieter.tenant }) }
        : refuse({ kind: 'not-found', code: 'TEST_UNKNOWN', message: organisation }),
    kommunen: async () => kommunen,
  };
  const [lemgo, detmold, salzuflen] = kommunen.map((kommune): Payer => ({ actor: member(), kommune }));
  assert.ok(lemgo && detmold && salzuflen);
  return {
    t,
    deps,
    manager: { actor: member(), anbieter },
    kommunen: [lemgo, detmold, salzuflen],
    mails,
    later: () => {
      minutes += 1;
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

async function offer({ superuser }: TestDatabase, { tenant, name }: Manager['anbieter']): Promise<void> {
  const inhalt = { id: dienst, title: 'Hund anmelden', covers: [{ leika: '99102013002000' }] };
  await superuser.query(
    `insert into efa.angebot (dienst, fassung, anbieter_id, anbieter, inhalt, definition, formular, hash, angeboten_am)
      values ($1, '1', $2, $3, $4, '{}', '{}', 'hash', now())`,
    [dienst, tenant, name, JSON.stringify(inhalt)],
  );
}

/** As much of the territory as costs ask for. */
function territory(): Territory {
  const source = { title: 'IT.NRW', url: null };
  const facts = names.map(([ags, , zahl]) => [ags, [{ stichtag: localDate('2024-12-31'), zahl, source }]]);
  const bodies = [...names, ['05758012', 'Herford', 67_000] as const].map(([ags, name]) => [
    ags,
    { ags, name },
  ]);
  return {
    laender: [
      { code: '05', name: 'Nordrhein-Westfalen', kuerzel: 'NW' },
      { code: '12', name: 'Brandenburg', kuerzel: 'BB' },
    ],
    bodyByAgs: new Map(bodies as []),
    bodiesByName: new Map(),
    einwohnerByAgs: new Map(facts as []),
  } as unknown as Territory;
}

function member() {
  return actorOf('mitglied', randomUUID());
}

function tenantId(): TenantId {
  const tenant = parseTenantId(randomUUID());
  assert.ok(tenant);
  return tenant;
}

function managing(principal: Principal): Principal {
  return { ...principal, permissions: new Set(['costs.manage', 'circle.read']) };
}

/** A signed-in lead of the house. */
export function managerPrincipal({ manager: { actor, anbieter } }: Pick<CostsWorld, 'manager'>): Principal {
  return managing({ kind: 'mitglied', actor, tenant: anbieter.tenant, permissions: new Set() });
}

/** Somebody of a Kommune's Kämmerei, or with fewer permissions. */
export function payerPrincipal(
  { actor, kommune }: Payer,
  permissions: readonly string[] = ['costs.read', 'costs.particulars'],
): Principal {
  return { kind: 'mitglied', actor, tenant: kommune.tenant, permissions: new Set(permissions) };
}

/** 12,000 € of operation by inhabitants over the first two Kommunen. */
export function planWith(more: Partial<PlanInhalt> = {}): PlanInhalt {
  return {
    titel: 'Hund anmelden',
    von: monat('2026-01'),
    bis: monat('2026-12'),
    positionen: [
      {
        id: 'betrieb',
        titel: 'Betrieb',
        art: 'd',
        betrag: { art: 'fest', cent: 1_200_000n },
        schluessel: 'einwohner',
        steuer: [{ ab: null, regel: 'nicht-steuerbar-2b' }],
      },
    ],
    schluessel: [{ art: 'tabelle', id: 'einwohner', tabelle: 'einwohner', angepasst: false }],
    finanzierung: alleGemeinsam,
    zahler: names.slice(0, 2).map(([kennung, name]) => ({ kennung, name, gruppen: [teilnehmende] })),
    uebertraege: [],
    rundung: 'groesster-rest',
    beitritt: 'monatsgenau',
    anbindungCent: 150_000,
    anbindungText: '',
    ...more,
  };
}

/** The key of inhabitants, and a plan by it. */
export async function furnished({ deps, manager }: CostsWorld, jahr = 2026, more: Partial<PlanInhalt> = {}) {
  const inhalt = {
    name: 'Einwohner',
    art: 'einwohner' as const,
    jahr: 2024,
    stand: localDate('2024-12-31'),
    quelle: { title: 'IT.NRW', url: null },
    annahme: false,
    renormiert: false,
    gewichte: Object.fromEntries(names.map(([ags, , zahl]) => [ags, String(zahl)])),
  };
  await saveSchluessel(deps, manager, { id: 'einwohner', grundlage: 0, inhalt });
  return valueIn(
    await savePlan(deps, manager, { dienst, jahr, art: 'plan', grundlage: 0, inhalt: planWith(more) }),
  );
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
