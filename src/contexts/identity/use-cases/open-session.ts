import { type DataKey, keyFromSecret, newId, newSecret, secretHash, type TenantId, type Tx } from '#platform';
import { lifetimes } from '../domain/session-times.ts';
import { memberById } from '../store/members.ts';
import { insertSession, type SessionStage } from '../store/sessions.ts';
import type { Storage } from './deps.ts';
import { openMember, sealedAt } from './sealed-member.ts';

/** A session just opened: the cookie's value, which nobody else ever sees, and what comes next. */
export interface OpenedSession {
  readonly cookieValue: string;
  readonly stage: SessionStage;
}

export interface SessionOpening {
  readonly tenant: TenantId;
  readonly memberId: string;
  readonly stage: SessionStage;
  readonly secondFactor: boolean;
  readonly actingFor?: string | null;
  /** The end of the session that this one follows; a change of session never prolongs it. */
  readonly expiresAt?: Date;
}

/** Opens a session with a new random id of 32 bytes, of which only the hash is kept. */
export async function openSession(tx: Tx, deps: Storage, opening: SessionOpening): Promise<OpenedSession> {
  const cookieValue = newSecret(32);
  const id = newId();
  const now = deps.clock.now();
  const life = opening.stage === 'complete' ? lifetimes.sessionMs : lifetimes.unfinishedSignInMs;
  await insertSession(tx, opening.tenant, {
    id,
    keyHash: secretHash(cookieValue),
    memberId: opening.memberId,
    stage: opening.stage,
    secondFactor: opening.secondFactor,
    actingFor: opening.actingFor ?? null,
    holderSealed: holderKey(cookieValue).seal(sealedAt.holder(id), await holderName(tx, deps, opening)),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: opening.expiresAt ?? new Date(now.getTime() + life),
  });
  return { cookieValue, stage: opening.stage };
}

/** The key of a session's cookie, with which every page shows the holder's name without the tenant's key. */
export function holderKey(cookieValue: string): DataKey {
  return keyFromSecret(cookieValue, 'leitwerk session holder');
}

async function holderName(
  tx: Tx,
  deps: Storage,
  { tenant, memberId, actingFor }: SessionOpening,
): Promise<string> {
  const key = await deps.keys.dataKeyOf(tx, tenant);
  const nameOf = async (id: string) => {
    const stored = await memberById(tx, tenant, id);
    return stored ? openMember(key, stored).name : '';
  };
  const own = await nameOf(memberId);
  return actingFor ? `${own} (in Vertretung für ${await nameOf(actingFor)})` : own;
}
