import { type Anbieter, type Angebot, readAngebote } from '#efa';
import { newestAngebote } from '#efa/many';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal, Tx } from '#platform';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { cockpitDienstUnknown, cockpitNotAllowed } from '../errors-cockpit.ts';

/** Somebody of a house that leads the connections of many Kommunen. Only `leaderOf` makes one. */
export interface Leader {
  readonly actor: Actor;
  readonly anbieter: Anbieter;
}

/** Who may lead: members of an IT-Dienstleister, a Land or a Bündler with the permission, and the operator for one of them. */
export async function leaderOf(
  deps: Pick<CockpitDeps, 'ownAnbieter'>,
  principal: Principal | null,
): Promise<Result<Leader>> {
  if (principal === null) return refuse(cockpitNotAllowed);
  const operator = principal.kind === 'betreiber' && principal.tenant !== null;
  if (!operator && !principal.permissions.has('connection.manage')) return refuse(cockpitNotAllowed);
  const anbieter = await deps.ownAnbieter(principal);
  return anbieter ? ok({ actor: principal.actor, anbieter }) : refuse(cockpitNotAllowed);
}

/** What one does in the house's own transaction. */
export function within<T>(
  { db }: Pick<CockpitDeps, 'db'>,
  { actor, anbieter }: Leader,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.withTenant(anbieter.tenant, actor, fn);
}

/** What one reads of the Kommunen of the circle. */
export function withinCircle<T>(
  { db }: Pick<CockpitDeps, 'db'>,
  { actor, anbieter }: Leader,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.withCircle(anbieter.tenant, actor, fn);
}

/** The newest version of an offered service. */
export async function newestAngebot(
  { db }: Pick<CockpitDeps, 'db'>,
  dienst: string,
): Promise<Result<Angebot>> {
  const angebote = newestAngebote(await db.withPublic(readAngebote));
  const found = angebote.find((each) => each.dienst === dienst);
  if (found) return ok(found);
  const known = angebote.map((each) => ({ key: each.dienst, label: each.data.title }));
  return refuse(cockpitDienstUnknown(dienst, known.slice(0, 8)));
}
