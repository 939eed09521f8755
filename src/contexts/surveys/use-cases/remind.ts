import { contactOf, reachableMembers } from '#identity';
import { formatLocalDate, ok, type Result, refuse } from '#kernel';
import { actorOf, publish, recordAudit, type TenantId } from '#platform';
import type { Umfrage } from '../domain/umfrage.ts';
import { annahmeIn, zustandOn } from '../domain/zustand.ts';
import { remindedToday, stepRefused, umfrageUnknown } from '../errors.ts';
import { readEigeneTeilnahme } from '../store-abgabe.ts';
import { beginErinnerung, countErinnert, endErinnerung, noteErinnert } from '../store-erinnerung.ts';
import { readGefragte } from '../store-gefragte.ts';
import { readUmfrage } from '../store-umfrage.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import type { Fragende } from './people.ts';

/** Reminders of a survey are to be sent. */
export const reminderDue = 'surveys.reminder.due';

const system = actorOf('system', 'bedarf');

type Deps = Pick<SurveysDeps, 'db' | 'clock' | 'keys' | 'sendMail' | 'staffOrigin'>;

/** Begins a round of reminders; the worker sends them. One a day and occasion. */
export function remind(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { actor, anbieter }: Pick<Fragende, 'actor' | 'anbieter'>,
  id: string,
  anlass = `von Hand am ${formatLocalDate(clock.today())}`,
): Promise<Result<{ readonly nummer: number }>> {
  return db.withTenant(anbieter.tenant, actor, async (tx) => {
    const umfrage = await readUmfrage(tx, id);
    if (!umfrage) return refuse(umfrageUnknown);
    const zustand = zustandOn(umfrage, clock.today());
    if (annahmeIn(zustand) === 'nicht') return refuse(stepRefused(zustand));
    const nummer = await beginErinnerung(tx, id, anlass, clock.now());
    if (nummer === null) return refuse(remindedToday);
    await publish(tx, reminderDue, { umfrage: id, nummer });
    await recordAudit(tx, {
      action: 'surveys.reminded',
      object: { type: 'surveys.umfrage', id },
      summary: { nummer, anlass },
    });
    return ok({ nummer });
  });
}

/**
 * Mails the people of every Kommune that has not released its answers at this moment: those who answer, or, where the
 * answers lie there, those who release. Each mail is one transaction that notes the person first, so that a worker that
 * is killed and comes again writes to nobody twice.
 */
export async function sendReminders(
  deps: Deps,
  anbieter: TenantId,
  { umfrage: id, nummer }: { readonly umfrage: string; readonly nummer: number },
): Promise<void> {
  const found = await deps.db.withTenant(anbieter, system, async (tx) => {
    const umfrage = await readUmfrage(tx, id);
    return umfrage && { umfrage, gefragte: await readGefragte(tx, id) };
  });
  if (!found || annahmeIn(zustandOn(found.umfrage, deps.clock.today())) === 'nicht') return;
  const faults: unknown[] = [];
  let [kommunen, mails] = [0, 0];
  for (const { kommune } of found.gefragte) {
    const sent = await remindKommune(deps, kommune, found.umfrage, nummer).catch((fault: unknown) => {
      faults.push(fault);
      return null;
    });
    if (sent !== null && sent > 0) kommunen += 1;
    mails += sent ?? 0;
  }
  await deps.db.withTenant(anbieter, system, (tx) => endErinnerung(tx, id, { nummer, kommunen, mails }));
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} Kommunen of ${id} were not reminded`);
}

/** Mails the people of one Kommune; gives how many were mailed in this round, `null` where it has answered. */
async function remindKommune(
  deps: Deps,
  tenant: TenantId,
  umfrage: Umfrage,
  nummer: number,
): Promise<number | null> {
  const members = await deps.db.withTenant(tenant, system, async (tx) => {
    const teilnahme = await readEigeneTeilnahme(tx, umfrage.id);
    if (teilnahme?.freigegebenAm != null) return null;
    const wanted = teilnahme?.zustand === 'eingereicht' ? 'surveys.release' : 'surveys.answer';
    return (await reachableMembers(tx, deps, tenant)).filter(({ permissions }) => permissions.has(wanted));
  });
  if (members === null) return null;
  for (const { id } of members) await mailOne(deps, tenant, umfrage, nummer, id);
  return deps.db.withTenant(tenant, system, (tx) => countErinnert(tx, umfrage.id, nummer));
}

async function mailOne(
  deps: Deps,
  tenant: TenantId,
  { id: umfrageId, titel, frist, nachfrist }: Umfrage,
  nummer: number,
  mitgliedId: string,
): Promise<void> {
  await deps.db.withTenant(tenant, system, async (tx) => {
    const contact = await contactOf(tx, deps, tenant, mitgliedId);
    if (!contact) return;
    if (!(await noteErinnert(tx, { umfrageId, nummer, mitgliedId, am: deps.clock.now() }))) return;
    const bis = frist !== null && deps.clock.today() <= frist ? frist : nachfrist;
    await deps.sendMail({
      to: contact.email,
      subject: `Erinnerung: Bedarfsabfrage „${titel}“`,
      text: [
        `Guten Tag ${contact.name},`,
        `zur Bedarfsabfrage „${titel}“ liegt noch keine freigegebene Antwort Ihrer Kommune vor.`,
        ...(bis === null ? [] : [`Antworten können Sie bis einschließlich ${formatLocalDate(bis)}.`]),
        `Was schon bekannt ist, steht ausgefüllt da: ${deps.staffOrigin}/bedarf/${umfrageId}`,
        'Diese Nachricht bekommen nur Kommunen ohne freigegebene Antwort.',
      ].join('\n\n'),
      messageId: `<bedarf-${umfrageId}-${nummer}-${mitgliedId}@leitwerk>`,
    });
  });
}
