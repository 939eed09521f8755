import type { Principal, Tx } from '#platform';
import type { ProjectsDeps } from '../projects-deps.ts';

/** Reads as whoever asks: everybody sees what is public, an organisation its own part besides. */
export function asViewer<T>(
  { db }: Pick<ProjectsDeps, 'db'>,
  principal: Principal | null,
  read: (tx: Tx) => Promise<T>,
): Promise<T> {
  return principal?.tenant ? db.withTenant(principal.tenant, principal.actor, read) : db.withPublic(read);
}
