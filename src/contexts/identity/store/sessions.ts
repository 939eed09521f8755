import { sql } from 'kysely';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { OrganisationKind } from '../domain/organisation.ts';
import { rowId } from './row-id.ts';

/** `code`: the password was right, the second factor is due; `enrol`: a second factor must be set up first. */
export type SessionStage = 'code' | 'enrol' | 'complete';

export interface StoredSession {
  readonly id: string;
  readonly tenant_id: TenantId;
  readonly member_id: string;
  readonly stage: SessionStage;
  readonly second_factor: boolean;
  readonly acting_for: string | null;
  readonly totp_draft_sealed: Buffer | null;
  readonly holder_sealed: Buffer | null;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
}

const columns = sql`id, tenant_id, member_id, stage, second_factor, acting_for, totp_draft_sealed, holder_sealed,
  created_at, last_seen_at, expires_at`;

export interface NewSession {
  readonly id: string;
  readonly keyHash: Buffer;
  readonly memberId: string;
  readonly stage: SessionStage;
  readonly secondFactor: boolean;
  readonly actingFor: string | null;
  readonly holderSealed: Buffer;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

export async function insertSession(tx: Tx, tenant: TenantId, session: NewSession): Promise<void> {
  await change(
    tx,
    sql`insert into identity.session (tenant_id, id, key_hash, member_id, stage, second_factor, acting_for, holder_sealed,
        created_at,
        last_seen_at, expires_at)
      values (${tenant}, ${session.id}, ${session.keyHash}, ${session.memberId}, ${session.stage},
        ${session.secondFactor}, ${session.actingFor}, ${session.holderSealed}, ${session.createdAt}, ${session.lastSeenAt}, ${session.expiresAt})`,
  );
}

/** The session of a presented key, whatever its stage. */
export function sessionByKey(tx: Tx, keyHash: Buffer): Promise<StoredSession | null> {
  return rowOf(tx, sql<StoredSession>`select ${columns} from identity.session where key_hash = ${keyHash}`);
}

/** What a page needs of a session: its member's roles, its organisation, and whom it acts for today. */
export interface SessionHolder extends StoredSession {
  readonly state: string;
  readonly roles: readonly string[];
  readonly acting_roles: readonly string[] | null;
  readonly organisation_name: string;
  readonly organisation_kind: OrganisationKind;
  readonly body_key: string | null;
  readonly erfunden: boolean;
  readonly gueltig_bis: string | null;
}

/** The session of a presented key with its holder, in one statement. */
export function sessionHolder(tx: Tx, keyHash: Buffer, today: string): Promise<SessionHolder | null> {
  return rowOf(
    tx,
    sql<SessionHolder>`select s.id, s.tenant_id, s.member_id, s.stage, s.second_factor, s.acting_for,
        s.totp_draft_sealed, s.holder_sealed, s.created_at, s.last_seen_at, s.expires_at, m.state, m.roles,
        m.gueltig_bis,
        o.name as organisation_name, o.kind as organisation_kind, o.body_key, o.erfunden,
        (select r.roles from identity.member r where r.id = s.acting_for and r.state = 'active'
          and coalesce(r.gueltig_bis, 'infinity') >= ${today}::date
          and exists (select from identity.vertretung v where v.tenant_id = s.tenant_id and v.member_id = r.id
            and v.deputy_id = s.member_id and v.ended_at is null
            and v.valid_from <= ${today}::date and v.valid_to >= ${today}::date)) as acting_roles
      from identity.session s
      join identity.member m on m.id = s.member_id
      join identity.organisation o on o.id = s.tenant_id
      where s.key_hash = ${keyHash}`,
  );
}

export async function touchSession(tx: Tx, keyHash: Buffer, now: Date): Promise<void> {
  await change(tx, sql`update identity.session set last_seen_at = ${now} where key_hash = ${keyHash}`);
}

export async function setTotpDraft(
  tx: Tx,
  tenant: TenantId,
  id: string,
  sealed: Buffer | null,
): Promise<void> {
  await change(
    tx,
    sql`update identity.session set totp_draft_sealed = ${sealed} where tenant_id = ${tenant} and id = ${id}`,
  );
}

export async function deleteSession(tx: Tx, tenant: TenantId, id: string, member: string): Promise<boolean> {
  const ended = await change(
    tx,
    sql`delete from identity.session where tenant_id = ${tenant} and id = ${rowId(id)} and member_id = ${member}`,
  );
  return ended === 1;
}

/** Ends all sessions of a member, and those of deputies who act for it; `except` stays. */
export function endSessionsOf(
  tx: Tx,
  tenant: TenantId,
  member: string,
  except: string | null,
): Promise<number> {
  return change(
    tx,
    sql`delete from identity.session where tenant_id = ${tenant} and (member_id = ${member} or acting_for = ${member})
      and id is distinct from ${except}::uuid`,
  );
}

export function listSessions(tx: Tx, tenant: TenantId, member: string): Promise<readonly StoredSession[]> {
  return rowsOf(
    tx,
    sql<StoredSession>`select ${columns} from identity.session
      where tenant_id = ${tenant} and member_id = ${member} order by last_seen_at desc`,
  );
}
