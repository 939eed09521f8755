import { actorOf, publish, recordAudit, type TenantId, type Tx } from '#platform';
import { nachforderungMail } from '../messages.ts';
import type { InboxDeps } from '../ports.ts';
import { eingangById, openInhalt } from '../store/eingaenge.ts';
import { eintraegeOf } from '../store/eintraege.ts';
import { fassungenOf } from '../store/fassungen.ts';
import { nachforderungById, takeDueReminders } from '../store/nachforderungen.ts';
import { nachforderungEvent } from './nachfordern.ts';

type MailDeps = Pick<InboxDeps, 'db' | 'keys' | 'sendMail' | 'authorityName'>;

const actor = actorOf('system', 'eingang');

/** Which mail: that something is wanted, or that its day is near. */
export type NachforderungMail = 'neu' | 'erinnerung';

/**
 * Mails the applicant that something awaits behind the link: the number, and nothing of the Antrag. Nobody is mailed where
 * the Antrag names no address, or nothing is wanted any more. The audit trail keeps that the address was read.
 */
export async function mailApplicant(
  { db, keys, sendMail, authorityName }: MailDeps,
  {
    nachforderung,
    tenant,
    art,
  }: { readonly nachforderung: string; readonly tenant: TenantId; readonly art: NachforderungMail },
): Promise<void> {
  const found = await db.withTenant(tenant, actor, async (tx) => {
    const asked = await nachforderungById(tx, tenant, nachforderung);
    if (asked?.zustand !== 'offen') return null;
    const to = await addressIn({ keys }, tx, tenant, asked.eingang);
    const object = { type: 'inbox.eingang', id: asked.eingang };
    await recordAudit(tx, {
      action: 'inbox.applicant.mailed',
      object,
      summary: { art, adresse: to !== null },
    });
    return to;
  });
  const behoerde = found && ((await authorityName?.(tenant)) ?? null);
  if (found) await sendMail({ to: found.email, ...nachforderungMail(art, found.nummer, behoerde) });
}

const addressShape = /^[^\s@,;<>]{1,64}@[^\s@,;<>]{1,250}$/;

/** The newest address: of a correction, else of what was handed in last, else of the Antrag. */
async function addressIn(
  { keys }: Pick<InboxDeps, 'keys'>,
  tx: Tx,
  tenant: TenantId,
  eingang: string,
): Promise<{ readonly email: string; readonly nummer: string } | null> {
  const row = await eingangById(tx, tenant, eingang);
  if (!row?.inhalt) return null;
  const key = await keys.dataKeyOf(tx, tenant);
  const first = openInhalt(key, row.id, row.inhalt);
  const latest = (await fassungenOf(tx, key, tenant, eingang)).at(-1)?.inhalt ?? first;
  const corrected = (await eintraegeOf(tx, key, tenant, eingang)).flatMap((one) =>
    one.art === 'kontakt' ? (/^E-Mail: (.+)$/m.exec(one.text)?.[1] ?? []) : [],
  );
  const email = corrected.at(-1) ?? latest.antrag.kontakt?.email ?? '';
  return addressShape.test(email) ? { email, nummer: first.reference } : null;
}

/** Reminds once of each Nachforderung whose day is near, at every authority. Returns how many. */
export async function remindApplicants({
  db,
  clock,
  authorities,
}: Pick<InboxDeps, 'db' | 'clock' | 'authorities'>): Promise<number> {
  let reminded = 0;
  for (const tenant of await authorities())
    reminded += await db.withTenant(tenant, actor, async (tx) => {
      const due = await takeDueReminders(tx, tenant, clock.today(), clock.now());
      for (const nachforderung of due)
        await publish(tx, nachforderungEvent, { nachforderung, art: 'erinnerung' });
      return due.length;
    });
  return reminded;
}
