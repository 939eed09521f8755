import { actorOf, type TenantId } from '#platform';
import type { arrivalMail } from '../messages.ts';
import type { InboxDeps } from '../ports.ts';
import { eingangById } from '../store/eingaenge.ts';

type NotifyDeps = Pick<InboxDeps, 'db' | 'leistungLabel' | 'officeAddress' | 'sendMail' | 'staffOrigin'>;

/** Mails the office that has a case now, without a word of the person. An office without an address gets none. */
export async function notifyOffice(
  deps: NotifyDeps,
  { eingang, tenant }: { readonly eingang: string; readonly tenant: TenantId },
  mail: typeof arrivalMail,
): Promise<void> {
  const found = await deps.db.withTenant(tenant, actorOf('system', 'eingang'), (tx) =>
    eingangById(tx, tenant, eingang),
  );
  if (!found) return;
  const to = await deps.officeAddress(tenant, found.stelle);
  if (to === null) return;
  const address = `${deps.staffOrigin}/eingang/${found.nummer}`;
  await deps.sendMail({
    to,
    ...mail(await deps.leistungLabel(found.leistung), found.nummer, address),
  });
}
