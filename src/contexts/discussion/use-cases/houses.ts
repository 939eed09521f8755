import type { TenantId } from '#platform';
import { parseTenantId } from '#platform';
import type { DiscussionDeps, House, HouseName } from '../deps.ts';
import type { Beitrag, Rueckfrage } from '../domain/rueckfrage.ts';

/** The houses that a participant can name: those that wrote, were asked, or share the circle that it cares for. */
export async function namedHouses(
  deps: Pick<DiscussionDeps, 'betreute'>,
  house: House,
  thread: Rueckfrage,
  beitraege: readonly Beitrag[],
): Promise<readonly HouseName[]> {
  const known = [
    { id: thread.tenant, name: thread.haus },
    { id: thread.recipient, name: thread.empfaenger },
    ...beitraege.map(({ tenant, haus }) => ({ id: tenant, name: haus })),
  ].flatMap(({ id, name }) => {
    const tenant = parseTenantId(id);
    return tenant === null ? [] : [{ id: tenant, name }];
  });
  return thread.verbund === house.id
    ? [house, ...known, ...(await circleOf(deps, house.id))]
    : [house, ...known];
}

/** The Kommunen that share the circle of an IT-Dienstleister today. */
export async function circleOf(
  { betreute }: Pick<DiscussionDeps, 'betreute'>,
  provider: TenantId,
): Promise<readonly HouseName[]> {
  return (await betreute(provider)).filter(({ teilt }) => teilt);
}
