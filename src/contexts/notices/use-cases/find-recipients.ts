import { createHash } from 'node:crypto';
import { reachableMembers, readCircle } from '#identity';
import { parseTenantId, type TenantId } from '#platform';
import type { Caller, NoticesDeps } from '../deps.ts';
import { chosenKommunen, type Recipient, recipientsIn, type Ziel } from '../domain/recipients.ts';
import type { Rundmail } from '../domain/rundmail.ts';
import { unsubscribedMembers } from '../store-einstellung.ts';
import { listVerteiler } from '../store-verteiler.ts';
import { systemActor } from './system.ts';

/** Exactly who would get a Rundmail now. */
export interface FoundRecipients {
  readonly recipients: readonly Recipient[];
  /** How many were left out because they have unsubscribed. */
  readonly unsubscribed: number;
  /** Kommunen of the selection in which nobody is reached. */
  readonly silent: readonly string[];
  /** Tells whether text and recipients are still the ones that were looked at. */
  readonly checksum: string;
}

/** The circle's Kommunen, by name. */
export async function readZiele(deps: NoticesDeps, caller: Caller): Promise<readonly Ziel[]> {
  return (await readCircle(deps, caller)).map(({ id, name }) => ({ id, name }));
}

/**
 * Finds the recipients of a Rundmail. Each Kommune is asked in a transaction of its own for ids and roles; no name and no
 * address leaves it.
 */
export async function findRecipients(
  deps: NoticesDeps,
  caller: Caller,
  rundmail: Pick<Rundmail, 'auswahl' | 'betrieblich' | 'fassung'>,
): Promise<FoundRecipients> {
  const groups = await deps.db.withTenant(caller.tenant, caller.actor, (tx) =>
    listVerteiler(tx, caller.tenant),
  );
  const recipients: Recipient[] = [];
  const silent: string[] = [];
  let unsubscribed = 0;
  for (const kommune of chosenKommunen(rundmail.auswahl, await readZiele(deps, caller), groups)) {
    const tenant = parseTenantId(kommune.id);
    const people = tenant === null ? [] : await peopleOf(deps, tenant);
    const found = recipientsIn(kommune, people, rundmail.auswahl, rundmail.betrieblich);
    recipients.push(...found.recipients);
    unsubscribed += found.unsubscribed;
    if (found.recipients.length === 0) silent.push(kommune.name);
  }
  const checksum = `${rundmail.fassung}-${checksumOf(recipients)}`;
  return { recipients, unsubscribed, silent, checksum };
}

function peopleOf(deps: NoticesDeps, tenant: TenantId) {
  return deps.db.withTenant(tenant, systemActor, async (tx) => {
    const away = await unsubscribedMembers(tx, tenant);
    const members = await reachableMembers(tx, deps, tenant);
    return members.map(({ id, roles }) => ({ id, roles, rundmails: !away.has(id) }));
  });
}

/** Tells whether the recipients at the release are the ones that were shown before. */
function checksumOf(recipients: readonly Recipient[]): string {
  const ids = recipients.map(({ memberId }) => memberId).toSorted();
  return createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 16);
}
