import { isUuid, ok, type Result, refuse } from '#kernel';
import type { Caller, NoticesDeps } from '../deps.ts';
import type { Empfaenger, Rundmail } from '../domain/rundmail.ts';
import { rundmailUnknown } from '../errors.ts';
import { listEmpfaenger } from '../store-empfaenger.ts';
import { listRundmails, type RundmailCounts, rundmailById } from '../store-rundmail.ts';
import { type FoundRecipients, findRecipients } from './find-recipients.ts';

/** The Rundmails of the caller's organisation with how far each is, the youngest first. */
export function readRundmails(
  deps: NoticesDeps,
  caller: Caller,
): Promise<readonly (Rundmail & RundmailCounts)[]> {
  return deps.db.withTenant(caller.tenant, caller.actor, (tx) => listRundmails(tx, caller.tenant));
}

/** A Rundmail: of a draft, who would get it now; of a released one, what became of each recipient. */
export interface RundmailDetail {
  readonly rundmail: Rundmail;
  readonly empfaenger: readonly Empfaenger[];
  readonly preview: FoundRecipients | null;
}

export async function readRundmail(
  deps: NoticesDeps,
  caller: Caller,
  id: string,
): Promise<Result<RundmailDetail>> {
  if (!isUuid(id)) return refuse(rundmailUnknown);
  const read = await deps.db.withTenant(caller.tenant, caller.actor, async (tx) => ({
    rundmail: await rundmailById(tx, caller.tenant, id),
    empfaenger: await listEmpfaenger(tx, caller.tenant, id),
  }));
  const { rundmail, empfaenger } = read;
  if (!rundmail) return refuse(rundmailUnknown);
  const preview = rundmail.zustand === 'entwurf' ? await findRecipients(deps, caller, rundmail) : null;
  return ok({ rundmail, empfaenger, preview });
}
