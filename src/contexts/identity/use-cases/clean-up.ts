import { actorOf, type Database } from '#platform';
import { deleteExpired } from '../store/clean-up.ts';

/** Deletes expired sessions, counts of attempts and answered challenges of all organisations. Run it every hour. */
export function cleanUpIdentity(deps: { readonly db: Database }): Promise<number> {
  return deps.db.withReference(actorOf('system', 'aufraeumen'), deleteExpired);
}
