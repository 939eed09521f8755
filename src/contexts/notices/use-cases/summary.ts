import { contactOf, membersOfActor, type ReachableMember, reachableMembers } from '#identity';
import { isUuid, ok, type Result, refuse } from '#kernel';
import { actorOf, type Principal, recordAudit, type TenantId } from '#platform';
import type { Caller, DigestReader, NoticesDeps } from '../deps.ts';
import { type Einstellung, rhythms, usualEinstellung } from '../domain/summary-due.ts';
import { invalidFields, memberMissing, memberUnknown } from '../errors.ts';
import { type SummaryPart, summaryMail } from '../messages.ts';
import {
  einstellungOf,
  lockDueSummary,
  putEinstellung,
  summaryDone,
  summaryPutOff,
} from '../store-einstellung.ts';
import { sinceText } from '../views/times.ts';
import { systemActor } from './system.ts';

/** Summaries of an organisation's members are due. */
export const summariesDue = 'notices.summaries.due';

/** What a person wants to be told, and what the next summary would say. */
export interface OwnNotices extends Einstellung {
  readonly memberId: string;
  readonly since: Date;
  readonly parts: readonly SummaryPart[];
}

/** The member that a principal is; a deputy is still itself. Refuses machines and the operator. */
export function ownMember(principal: Principal | null): Result<string> {
  const member = principal && membersOfActor(principal.actor);
  return member ? ok(member.id) : refuse(memberMissing);
}

/** What a member has set, with the summary that would come next. */
export async function readNotices(
  deps: NoticesDeps,
  { tenant, actor }: Caller,
  memberId: string,
): Promise<Result<OwnNotices>> {
  const found = await deps.db.withTenant(tenant, actor, async (tx) => ({
    stored: isUuid(memberId) ? await einstellungOf(tx, tenant, memberId) : null,
    member: (await reachableMembers(tx, deps, tenant)).find(({ id }) => id === memberId),
  }));
  const { stored, member } = found;
  if (!member) return refuse(memberUnknown);
  const { zusammenfassung, rundmails, anbindungen, berichte } = stored ?? usualEinstellung;
  // Who never had a summary is shown what one of the last week would have been.
  const since =
    stored && zusammenfassung !== 'nie' ? stored.zuletztAm : new Date(deps.clock.now().getTime() - week);
  const parts = await composeSummary(deps, readerOf(tenant, member), since);
  return ok({ memberId, zusammenfassung, rundmails, anbindungen, berichte, since, parts });
}

const week = 7 * 86_400_000;

/** Sets what a member is told by mail. */
export async function changeNotices(
  deps: NoticesDeps,
  { tenant, actor }: Caller,
  memberId: string,
  wanted: Omit<Einstellung, 'zusammenfassung'> & { readonly zusammenfassung: string },
): Promise<Result<Einstellung>> {
  const zusammenfassung = rhythms.find((rhythm) => rhythm === wanted.zusammenfassung);
  if (!zusammenfassung) {
    const message = 'Bitte wählen Sie täglich, wöchentlich oder nie.';
    return refuse(invalidFields('NOTICES_RHYTHM', [{ field: 'zusammenfassung', message }]));
  }
  return deps.db.withTenant(tenant, actor, async (tx) => {
    const members = await reachableMembers(tx, deps, tenant);
    if (!members.some(({ id }) => id === memberId)) return refuse(memberUnknown);
    const { rundmails, anbindungen, berichte } = wanted;
    const einstellung = { zusammenfassung, rundmails, anbindungen, berichte };
    await putEinstellung(tx, tenant, memberId, einstellung, deps.clock.now());
    await recordAudit(tx, {
      action: 'notices.setting.changed',
      object: { type: 'mitglied', id: memberId },
      summary: einstellung,
    });
    return ok(einstellung);
  });
}

function readerOf(tenant: TenantId, { id, permissions }: ReachableMember): DigestReader {
  return { tenant, memberId: id, actor: actorOf('mitglied', id), permissions };
}

/** Asks every source what is new for the reader; parts with nothing new are left out. */
async function composeSummary(
  { digestSources }: NoticesDeps,
  reader: DigestReader,
  since: Date,
): Promise<readonly SummaryPart[]> {
  const parts: SummaryPart[] = [];
  for (const { label, href, since: changed } of digestSources) {
    const part = await changed(reader, since);
    if (part.count > 0) parts.push({ label, href, ...part });
  }
  return parts;
}

/** Sends the summaries of an organisation that are due; returns how many mails went out. */
export async function sendSummaries(deps: NoticesDeps, tenant: TenantId): Promise<number> {
  let sent = 0;
  for (;;) {
    const outcome = await sendNextSummary(deps, tenant);
    if (outcome === 'none-due') return sent;
    if (outcome === 'sent') sent += 1;
  }
}

const laterMs = 3_600_000;

/** One person in one transaction. Where nothing is new no mail goes out, and the next summary counts from now. */
function sendNextSummary(
  deps: NoticesDeps,
  tenant: TenantId,
): Promise<'none-due' | 'sent' | 'nothing-new' | 'put-off'> {
  const now = deps.clock.now();
  return deps.db.withTenant(tenant, systemActor, async (tx) => {
    const due = await lockDueSummary(tx, tenant, now);
    if (!due) return 'none-due';
    const { memberId, zuletztAm } = due;
    const member = (await reachableMembers(tx, deps, tenant)).find(({ id }) => id === memberId);
    const contact = member ? await contactOf(tx, deps, tenant, memberId) : null;
    try {
      const parts = member ? await composeSummary(deps, readerOf(tenant, member), zuletztAm) : [];
      const nothing = contact === null || parts.length === 0;
      if (!nothing) {
        const id = `${memberId}.${zuletztAm.getTime()}`;
        await deps.sendMail(
          summaryMail(contact, parts, { id, origin: deps.staffOrigin, since: sinceText(zuletztAm) }),
        );
      }
      await summaryDone(tx, tenant, memberId, now);
      return nothing ? 'nothing-new' : 'sent';
    } catch (error) {
      deps.logger.warn({ member: memberId, code: codeOf(error) }, 'summary put off');
      await summaryPutOff(tx, tenant, memberId, new Date(now.getTime() + laterMs));
      return 'put-off';
    }
  });
}

/** What may be logged of a fault: a mail server's own words may hold an address. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
