import { actorOf, parseTenantId, type TenantId } from '#platform';
import type { Colleague, DiscussionDeps } from '../deps.ts';
import type { Rueckfrage } from '../domain/rueckfrage.ts';
import { noticeMail } from '../messages.ts';
import { listRueckfragen, rueckfrageById } from '../store/rueckfragen.ts';
import { isGemeldet, keepGemeldet } from '../store/teilnahme.ts';
import { circleOf } from './houses.ts';
import { leserOf } from './teilnehmer.ts';

const system = actorOf('system', 'rueckfragen');

/**
 * Mails everybody who has the thread unread and was not told since they read it last. A mail that cannot be sent does
 * not hold up the others; the fault is thrown at the end, so that the job is tried again, for those who are left.
 */
export async function notifyReaders(
  deps: DiscussionDeps,
  { id, tenant }: { readonly id: string; readonly tenant: TenantId },
): Promise<void> {
  const thread = await deps.db.withTenant(tenant, system, (tx) => rueckfrageById(tx, id));
  if (thread === null) return;
  const faults: unknown[] = [];
  for (const house of await housesOf(deps, thread)) {
    for (const colleague of await deps.colleagues(house)) {
      await tell(deps, { house, id, colleague }).catch((fault: unknown) => faults.push(fault));
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} notices of ${id} were not sent`);
}

async function tell(
  deps: DiscussionDeps,
  { house, id, colleague }: { readonly house: TenantId; readonly id: string; readonly colleague: Colleague },
): Promise<void> {
  const { email } = colleague;
  if (email === null) return;
  const person = `mitglied:${colleague.id}`;
  const leser = leserOf(deps.records, { person, vertritt: null }, colleague.permissions);
  const news = await deps.db.withTenant(house, system, async (tx) => {
    const [zeile] = await listRueckfragen(tx, leser, { id });
    return zeile?.ungelesen && !(await isGemeldet(tx, person, id)) ? zeile : null;
  });
  if (news === null) return;
  await deps.sendMail({ to: email, ...noticeMail(deps.staffOrigin, id) });
  await deps.db.withTenant(house, system, (tx) => keepGemeldet(tx, person, id, news.beitraege));
}

/** Every house that reads along: who asked, who answers, and the circle. */
async function housesOf(
  deps: DiscussionDeps,
  { tenant, recipient, verbund }: Rueckfrage,
): Promise<ReadonlySet<TenantId>> {
  const provider = verbund === null ? null : parseTenantId(verbund);
  const circle = provider === null ? [] : (await circleOf(deps, provider)).map(({ id }) => id);
  const both = [tenant, recipient].flatMap((id) => parseTenantId(id) ?? []);
  return new Set([...both, ...circle]);
}
