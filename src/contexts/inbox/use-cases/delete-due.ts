import { addDays } from '#kernel';
import { actorOf, recordAudit, type TenantId, type Tx } from '#platform';
import { nachAktion } from '../domain/zustand.ts';
import type { InboxDeps } from '../ports.ts';
import { countsByLeistung, dueEingaenge, eraseEingang, lockEingang, openInhalt } from '../store/eingaenge.ts';
import { dropPostBefore } from '../store/post.ts';

type UpkeepDeps = Pick<InboxDeps, 'db' | 'clock' | 'keys' | 'authorities'>;

/** How long post waits for a case that never comes. */
const postDays = 365;

const actor = actorOf('system', 'eingang');

/**
 * Deletes the cases whose day has come, at every authority, each in a transaction of its own. What stays is the clear row
 * without assignee and a line of the audit trail with the hash of what was received. Returns how many went.
 */
export async function maintainInbox(deps: UpkeepDeps): Promise<number> {
  let deleted = 0;
  for (const tenant of await deps.authorities()) {
    const today = deps.clock.today();
    await deps.db.withTenant(tenant, actor, (tx) => dropPostBefore(tx, tenant, addDays(today, -postDays)));
    const due = await deps.db.withTenant(tenant, actor, (tx) => dueEingaenge(tx, tenant, today));
    for (const id of due) {
      const gone = await deps.db.withTenant(tenant, actor, (tx) => deleteOne(deps, tx, tenant, id));
      if (gone) deleted += 1;
    }
  }
  return deleted;
}

async function deleteOne(deps: UpkeepDeps, tx: Tx, tenant: TenantId, id: string): Promise<boolean> {
  const row = await lockEingang(tx, tenant, id);
  if (!row?.inhalt || nachAktion(row.zustand, 'loeschen') === null) return false;
  const { contentHash } = openInhalt(await deps.keys.dataKeyOf(tx, tenant), id, row.inhalt);
  await eraseEingang(tx, tenant, id, deps.clock.now());
  const { nummer, leistung, zustand, loeschenAm } = row;
  const summary = { nummer, leistung, von: zustand, loeschenAm, contentHash };
  await recordAudit(tx, {
    action: 'inbox.eingang.deleted',
    object: { type: 'inbox.eingang', id },
    summary,
  });
  return true;
}

/** How many cases came to an authority, by Leistung, deleted ones too: counts only. */
export function countEingaenge(tx: Tx, tenant: TenantId): Promise<ReadonlyMap<string, number>> {
  return countsByLeistung(tx, tenant);
}
