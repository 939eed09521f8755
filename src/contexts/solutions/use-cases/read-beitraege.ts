import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import { beitragUnknown } from '../errors.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { readBeitraege, readBeitrag } from '../store-beitrag.ts';

/** The contributions that the person's organisation made or received; nobody else's. */
export async function ownBeitraege(
  { db }: Pick<SolutionsDeps, 'db'>,
  principal: Principal | null,
): Promise<readonly Beitrag[]> {
  if (!principal?.tenant) return [];
  return db.withTenant(principal.tenant, principal.actor, readBeitraege);
}

/** One of them. */
export async function findBeitrag(
  { db }: Pick<SolutionsDeps, 'db'>,
  principal: Principal | null,
  id: string,
): Promise<Result<Beitrag>> {
  if (!principal?.tenant) return refuse(beitragUnknown);
  const found = await db.withTenant(principal.tenant, principal.actor, (tx) => readBeitrag(tx, id));
  return found ? ok(found) : refuse(beitragUnknown);
}
