import { readAngebote } from '#efa';
import { newestAngebote } from '#efa/many';
import type { ConnectionDeps } from '../connection-deps.ts';

/** What people call each service that is offered, by its key. */
export async function titelDerDienste({
  db,
}: Pick<ConnectionDeps, 'db'>): Promise<ReadonlyMap<string, string>> {
  const angebote = newestAngebote(await db.withPublic(readAngebote));
  return new Map(angebote.map(({ dienst, data }) => [dienst, data.title]));
}
