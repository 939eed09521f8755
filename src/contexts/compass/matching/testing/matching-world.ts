import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { localDate } from '#kernel';
import { type Principal, parseTenantId, type TenantId } from '#platform';
import type { LoesungInhalt, Register } from '#solutions';
import { enthalten, fassung, inhalt } from '../../../solutions/testing/loesungen.ts';
import {
  type CompassWorld,
  openCompassWorld,
  principalOf,
  type TestKommune,
} from '../../testing/compass-world.ts';
import type { LiveAngebot, MatchingDeps } from '../matching-deps.ts';

/** Two Kommunen of one circle, an IT-Dienstleister, a small register and what is live. */
export interface MatchingWorld extends AsyncDisposable {
  readonly compass: CompassWorld;
  readonly deps: MatchingDeps;
  readonly lemgo: TestKommune;
  readonly detmold: TestKommune;
  /** Signed in for the IT-Dienstleister. */
  readonly provider: Principal;
  readonly providerId: TenantId;
  readonly live: LiveAngebot[];
  /** The Kommune shares its Stand with the circle. */
  readonly share: (kommune: TestKommune) => Promise<void>;
}

/** Leistungen of one OZG-Leistung that Gemeinden owe. */
export const hundesteuer = 'L02950';

/** Opens the world; both Kommunen are looked after, and share nothing yet. */
export async function openMatchingWorld(register: Register = smallRegister()): Promise<MatchingWorld> {
  const compass = await openCompassWorld();
  const { lemgo, detmold, t } = compass;
  const providerId = parseTenantId(randomUUID()) ?? assert.fail();
  await t.superuser.query(
    `insert into identity.organisation (id, kind, name) values ($1, 'it-dienstleister', 'OWL-IT')`,
    [providerId],
  );
  for (const { kommune } of [lemgo, detmold])
    await t.superuser.query(`insert into identity.betreuung values ($1, $2, '2026-01-01')`, [
      kommune.tenant,
      providerId,
    ]);
  const live: LiveAngebot[] = [];
  const shared = new Set<string>();
  const deps: MatchingDeps = {
    ...compass.deps,
    register: async () => register,
    live: async () => live,
    betreuerOf: async ({ tenant }) => ({ tenant: providerId, name: 'OWL-IT', teilt: shared.has(tenant) }),
  };
  const provider: Principal = {
    ...principalOf(lemgo.koordination, ['circle.read']),
    tenant: providerId,
  };
  return {
    compass,
    deps,
    lemgo,
    detmold,
    provider,
    providerId,
    live,
    share: async ({ kommune }) => {
      shared.add(kommune.tenant);
      await t.superuser.query(
        `insert into identity.einwilligung values ($1, $2, '2026-01-01', null, 'mitglied:x')`,
        [kommune.tenant, providerId],
      );
    },
    [Symbol.asyncDispose]: () => compass[Symbol.asyncDispose](),
  };
}

/** An Onlinedienst that is offered, another Lösung for the same Leistung, and one that needs a Fachverfahren. */
export function smallRegister(): Register {
  return registerOf({
    'angebot-hund': { name: 'Hund anmelden', art: 'onlinedienst', leistungen: [enthalten(hundesteuer)] },
    'hund-plus': {
      name: 'Hund plus',
      art: 'efa-dienst',
      fachverfahren: ['Steuerfix'],
      leistungen: [enthalten(hundesteuer), enthalten('L00001')],
    },
  });
}

/** A register with one version of each Lösung; ids that begin with `angebot-` are offered Onlinedienste. */
export function registerOf(contents: Readonly<Record<string, Partial<LoesungInhalt>>>): Register {
  const loesungen = Object.entries(contents).map(([id, changes]) => ({
    id,
    herkunft: id.startsWith('angebot-') ? ('angebot' as const) : ('beitrag' as const),
    fassungen: [{ ...fassung({ inhalt: inhalt(changes) }), giltAb: localDate('2026-01-01') }],
  }));
  return { loesungen, byId: new Map(loesungen.map((each) => [each.id, each])) };
}
