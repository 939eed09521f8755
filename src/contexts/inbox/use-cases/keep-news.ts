import { publish, type TenantId, type Tx } from '#platform';
import type { Nachricht } from '../domain/eintrag.ts';
import type { InboxDeps } from '../ports.ts';
import { insertPost } from '../store/post.ts';

/** The event by which the worker lays an applicant's words to the case; its payload holds ids only. */
export const postEvent = 'inbox.post';

/** What an applicant writes after the submission. */
export interface AntragNews extends Nachricht {
  /** A UUID: kept again, nothing happens twice as long as it waits. */
  readonly id: string;
  readonly submissionId: string;
  readonly at: Date;
}

/**
 * Keeps what an applicant writes, sealed, in the caller's transaction, which belongs to the authority's tenant. The worker
 * lays it to the case; whoever works on the case before that finds it there too. Needs no case yet and locks none.
 */
export async function keepNews(
  tx: Tx,
  deps: Pick<InboxDeps, 'keys'>,
  tenant: TenantId,
  { id, submissionId: submission, at: am, art, text }: AntragNews,
): Promise<void> {
  const key = await deps.keys.dataKeyOf(tx, tenant);
  await insertPost(tx, key, { tenant, id, submission, am }, { art, text });
  await publish(tx, postEvent, { submission });
}
