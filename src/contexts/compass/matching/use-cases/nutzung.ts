import type { LocalDate } from '#kernel';
import type { TenantId } from '#platform';
import type { Nutzung, Register } from '#solutions';
import { dayNumber } from '../../domain/columns/stand-fact.ts';
import { placeOn } from '../../domain/columns/stand-on.ts';
import { zustaende } from '../../domain/zustand.ts';
import type { Figures } from '../../figures/open-figures.ts';
import { visibleBodies } from '../../figures/visible-bodies.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { loesungOf } from './loesung-of.ts';

/** Through whose eyes the use is counted; nobody in particular sees only what is public. */
export interface Blick {
  readonly tenant: TenantId | null;
  /** The asking Kommune: of others only those of its class count for the class. */
  readonly ags: string | null;
}

type Deps = Pick<MatchingDeps, 'figures' | 'register' | 'clock' | 'live'>;

/**
 * How many Kommunen use each Lösung: those where its Onlinedienst is live, which is public, and those that state so and
 * share it. A Lösung without an entry has no statement, because nobody who could say so shares.
 */
export async function nutzungFor(deps: Deps, blick: Blick): Promise<ReadonlyMap<string, Nutzung>> {
  const [figures, register, live] = await Promise.all([deps.figures(), deps.register(), deps.live()]);
  const { users, visible } = statedUsers(figures, register, blick.tenant, deps.clock.today());
  for (const { loesungId, ags, ausgesetztGrund } of live) {
    if (ausgesetztGrund === null) add(users, loesungId, ags);
  }
  if (visible.some((ags) => ags !== blick.ags))
    for (const { id } of register.loesungen) if (!users.has(id)) users.set(id, new Set());
  const klasseOf = new Map(figures.matrix.bodies.map(({ ags, klasse }) => [ags, klasse]));
  const own = blick.ags === null ? null : (klasseOf.get(blick.ags) ?? null);
  return new Map(
    [...users].map(([id, kommunen]) => {
      const peers = [...kommunen].filter((ags) => ags !== blick.ags && klasseOf.get(ags) === own);
      return [id, { kommunen: kommunen.size, klasse: own === null ? null : peers.length }];
    }),
  );
}

function add(users: Map<string, Set<string>>, loesung: string, ags: string): void {
  const known = users.get(loesung);
  if (known) known.add(ags);
  else users.set(loesung, new Set([ags]));
}

/** A Lösung is in use where a Leistung is tried out or online with it; a plan is no use. */
const inUse = new Set([zustaende.indexOf('online') + 1, zustaende.indexOf('in-erprobung') + 1]);

function statedUsers(figures: Figures, register: Register, tenant: TenantId | null, date: LocalDate) {
  const users = new Map<string, Set<string>>();
  const { matrix, loesungen } = figures;
  if (tenant === null) return { users, visible: [] };
  const shown = visibleBodies(figures, tenant).bodies;
  const visible = matrix.bodies.filter((_, row) => shown[row] === 1).map(({ ags }) => ags);
  const { facts } = figures.history;
  const day = dayNumber(date);
  const columns = matrix.leistungen.length;
  const ids = loesungen.map((id) => loesungOf(register, id, date)?.id ?? id);
  for (const [row, { ags }] of matrix.bodies.entries()) {
    if (shown[row] !== 1) continue;
    for (let cell = row * columns; cell < (row + 1) * columns; cell += 1) {
      const place = placeOn(figures.history, cell, day);
      const number = facts.loesung[place] ?? 0;
      if (number > 0 && inUse.has(facts.zustand[place] ?? 0)) add(users, ids[number - 1] ?? '', ags);
    }
  }
  return { users, visible };
}
