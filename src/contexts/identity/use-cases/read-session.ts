import type { Clock, LocalDate } from '#kernel';
import { type Database, type Principal, secretHash } from '#platform';
import { hasEnded } from '../domain/member.ts';
import type { OrganisationKind } from '../domain/organisation.ts';
import { knownRoles, needsSecondFactor, permissionsOf, type Role } from '../domain/roles.ts';
import { lifetimes } from '../domain/session-times.ts';
import {
  type SessionHolder,
  type SessionStage,
  type StoredSession,
  sessionByKey,
  sessionHolder,
  touchSession,
} from '../store/sessions.ts';
import { memberActor } from './actors.ts';
import { holderKey } from './open-session.ts';
import { sealedAt } from './sealed-member.ts';

/** A signed-in person: what doors check, and what the frame of a page shows. */
export interface Session {
  readonly id: string;
  readonly principal: Principal;
  readonly memberId: string;
  /** The person's name; of a deputy also for whom it acts. */
  readonly name: string;
  readonly actingFor: string | null;
  readonly roles: readonly Role[];
  readonly organisation: {
    readonly name: string;
    readonly kind: OrganisationKind;
    readonly bodyKey: string | null;
    readonly erfunden: boolean;
  };
  /** When the session ends unless its holder does something. */
  readonly expiresAt: Date;
}

interface SessionReading {
  readonly db: Database;
  readonly clock: Clock;
}

/** The session of a cookie, or `null`. Runs for every page: one transaction, one statement, a write once a minute. */
export async function readSession(
  deps: SessionReading,
  cookieValue: string | undefined,
): Promise<Session | null> {
  if (!cookieValue) return null;
  const now = deps.clock.now();
  const key = secretHash(cookieValue);
  return deps.db.withKey(key, async (tx) => {
    const holder = await sessionHolder(tx, key, deps.clock.today());
    if (!holder || !isLive(holder, now) || !mayAct(holder, deps.clock.today())) return null;
    const renew = now.getTime() - holder.last_seen_at.getTime() >= lifetimes.touchMs;
    if (renew) await touchSession(tx, key, now);
    return sessionOf(holder, renew ? now : holder.last_seen_at, holderNameOf(holder, cookieValue));
  });
}

/** The session of a cookie in one of some stages, with which a sign-in goes on; `null` where it has ended. */
export async function readStage(
  deps: SessionReading,
  cookieValue: string | undefined,
  stages: readonly SessionStage[],
): Promise<StoredSession | null> {
  if (!cookieValue) return null;
  const key = secretHash(cookieValue);
  const session = await deps.db.withKey(key, (tx) => sessionByKey(tx, key));
  if (!session || !stages.includes(session.stage)) return null;
  return isWithinTimes(session, deps.clock.now()) ? session : null;
}

function isLive(session: StoredSession, now: Date): boolean {
  return session.stage === 'complete' && isWithinTimes(session, now);
}

function isWithinTimes(session: StoredSession, now: Date): boolean {
  const idleEnd = session.last_seen_at.getTime() + lifetimes.sessionIdleMs;
  return session.expires_at > now && idleEnd > now.getTime();
}

/** An active member whose access has not ended, with a second factor where its roles or those it acts for need one. */
function mayAct(holder: SessionHolder, today: LocalDate): boolean {
  if (holder.state !== 'active' || hasEnded(holder.gueltig_bis, today)) return false;
  if (holder.acting_for !== null && holder.acting_roles === null) return false;
  return holder.second_factor || !needsSecondFactor(rolesInUse(holder));
}

function rolesInUse(holder: SessionHolder): readonly Role[] {
  return knownRoles(holder.acting_roles ?? holder.roles);
}

function holderNameOf(holder: SessionHolder, cookieValue: string): string {
  return holder.holder_sealed
    ? holderKey(cookieValue).open(sealedAt.holder(holder.id), holder.holder_sealed)
    : '';
}

function sessionOf(holder: SessionHolder, lastSeenAt: Date, name: string): Session {
  const roles = rolesInUse(holder);
  const idleEnd = lastSeenAt.getTime() + lifetimes.sessionIdleMs;
  return {
    id: holder.id,
    principal: {
      kind: 'mitglied',
      actor: memberActor(holder.member_id, holder.acting_for),
      tenant: holder.tenant_id,
      permissions: permissionsOf(roles),
    },
    memberId: holder.member_id,
    name,
    actingFor: holder.acting_for,
    roles,
    organisation: {
      name: holder.organisation_name,
      kind: holder.organisation_kind,
      bodyKey: holder.body_key,
      erfunden: holder.erfunden,
    },
    expiresAt: new Date(Math.min(idleEnd, holder.expires_at.getTime())),
  };
}
