import { newId, newSecret, secretHash, type TenantId, type Tx } from '#platform';
import { lifetimes } from '../domain/session-times.ts';
import { insertSession, type SessionStage } from '../store/sessions.ts';

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
export async function openSession(tx: Tx, now: Date, opening: SessionOpening): Promise<OpenedSession> {
  const cookieValue = newSecret(32);
  const life = opening.stage === 'complete' ? lifetimes.sessionMs : lifetimes.unfinishedSignInMs;
  await insertSession(tx, opening.tenant, {
    id: newId(),
    keyHash: secretHash(cookieValue),
    memberId: opening.memberId,
    stage: opening.stage,
    secondFactor: opening.secondFactor,
    actingFor: opening.actingFor ?? null,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: opening.expiresAt ?? new Date(now.getTime() + life),
  });
  return { cookieValue, stage: opening.stage };
}
