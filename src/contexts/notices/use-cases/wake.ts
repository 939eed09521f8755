import { listOrganisations } from '#identity';
import { parseTenantId, publish, type TenantId } from '#platform';
import type { NoticesDeps } from '../deps.ts';
import { isMorning } from '../domain/summary-due.ts';
import { summariesAreDue } from '../store-einstellung.ts';
import { rundmailsAreDue } from '../store-rundmail.ts';
import { deleteOldZustellungen, zustellungenAreDue } from '../store-zustellung.ts';
import { webhooksDue } from './manage-webhooks.ts';
import { rundmailsDue } from './release-rundmail.ts';
import { summariesDue } from './summary.ts';
import { systemActor } from './system.ts';

/** Wakes the sending of Rundmails that are planned, wait for the rate, or are to be tried again. */
export async function wakeRundmails(deps: NoticesDeps): Promise<void> {
  for (const { id, kind } of await listOrganisations(deps, systemActor)) {
    const tenant = parseTenantId(id);
    if (tenant === null || kind !== 'it-dienstleister') continue;
    await deps.db.withTenant(tenant, systemActor, async (tx) => {
      if (await rundmailsAreDue(tx, tenant, deps.clock.now())) await publish(tx, rundmailsDue, {});
    });
  }
}

const keptMs = 30 * 86_400_000;

/** Wakes the calls to webhooks and, in the morning, the summaries that are due; forgets deliveries of last month. */
export async function wakeNotices(deps: NoticesDeps): Promise<void> {
  for (const { id } of await listOrganisations(deps, systemActor)) {
    const tenant = parseTenantId(id);
    if (tenant !== null) await wakeOne(deps, tenant);
  }
}

function wakeOne(deps: NoticesDeps, tenant: TenantId): Promise<void> {
  const now = deps.clock.now();
  return deps.db.withTenant(tenant, systemActor, async (tx) => {
    if (await zustellungenAreDue(tx, tenant, now)) await publish(tx, webhooksDue, {});
    if (isMorning(now) && (await summariesAreDue(tx, tenant, now))) await publish(tx, summariesDue, {});
    await deleteOldZustellungen(tx, tenant, new Date(now.getTime() - keptMs));
  });
}
