import { contactOf, reachableMembers } from '#identity';
import { actorOf, type TenantId } from '#platform';
import type { ReportsDeps } from '../reports-deps.ts';
import { noteGesagt, type Vorlage } from '../store-vorlage.ts';
import { type Bericht, readBerichtIn } from './read-reports.ts';
import { isSecond } from './steps.ts';

const system = actorOf('system', 'berichte');

export type TellDeps = Pick<ReportsDeps, 'db' | 'clock' | 'keys' | 'sendMail' | 'origin' | 'ohneBerichtMail'>;

/**
 * Mails those who may release a report that it waits for them. Each is told once for each time it was presented, also where
 * the event comes twice; a mail that cannot be sent does not hold up the others and is tried again.
 */
export async function tellPresented(deps: TellDeps, tenant: TenantId, vorlage: Vorlage): Promise<number> {
  const { found, members } = await deps.db.withTenant(tenant, system, async (tx) => ({
    found: await readBerichtIn(tx, vorlage.bericht),
    members: await reachableMembers(tx, deps, tenant),
  }));
  if (!found.ok || !stillWaits(found.value, vorlage)) return 0;
  const ohne = await deps.ohneBerichtMail(tenant);
  const faults: unknown[] = [];
  let sent = 0;
  for (const { id, permissions } of members) {
    const decides = permissions.has('reports.approve') && isSecond(found.value, actorOf('mitglied', id));
    if (!decides || ohne.has(id)) continue;
    try {
      if (await tell(deps, tenant, vorlage, id)) sent += 1;
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} notices of ${vorlage.bericht} were not sent`);
  return sent;
}

/** Whether nobody took a further step since it was presented. */
function stillWaits({ zustand, schritte }: Bericht, { schritt }: Vorlage): boolean {
  return zustand === 'vorgelegt' && schritte.length === schritt;
}

/** One person in one transaction: noted first, then mailed; a mail that fails leaves no note. It says nothing of the report. */
function tell(deps: TellDeps, tenant: TenantId, vorlage: Vorlage, member: string): Promise<boolean> {
  return deps.db.withTenant(tenant, system, async (tx) => {
    const contact = await contactOf(tx, deps, tenant, member);
    if (contact === null || !(await noteGesagt(tx, vorlage, member, deps.clock.now()))) return false;
    await deps.sendMail({
      to: contact.email,
      subject: 'Ein Bericht wartet auf Ihre Freigabe',
      text: [
        `Guten Tag ${contact.name},`,
        'in Ihrem Haus ist ein Bericht zur Freigabe vorgelegt. Er bleibt liegen, bis Sie ihn freigeben oder zurückgeben, oder jemand anderes, der ihn nicht geschrieben hat.',
        `Bericht lesen und entscheiden: ${deps.origin}/berichte/${vorlage.bericht}`,
        `Diese Nachricht abbestellen oder als Zusammenfassung lesen: ${deps.origin}/benachrichtigungen`,
      ].join('\n\n'),
      messageId: `<bericht-${vorlage.bericht}-${vorlage.schritt}-${member}@leitwerk>`,
    });
    return true;
  });
}
