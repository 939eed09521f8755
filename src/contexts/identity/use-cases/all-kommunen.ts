import type { Actor, Database } from '#platform';
import type { Organisation } from '../domain/organisation.ts';
import { visibleOrganisations } from '../store/organisations.ts';

/** The Kommunen of this installation: for work that recurs over all of them, never for a page. */
export async function allKommunen(
  { db }: { readonly db: Database },
  actor: Actor,
): Promise<readonly Organisation[]> {
  const all = await db.withReference(actor, visibleOrganisations);
  return all.filter(({ kind }) => kind === 'kommune');
}
