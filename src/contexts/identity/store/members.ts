import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { MemberState } from '../domain/member.ts';
import { managingRoles, type Role } from '../domain/roles.ts';
import { rowId } from './row-id.ts';

/** A member as it is stored: name and address sealed. */
export interface StoredMember {
  readonly id: string;
  readonly tenant_id: TenantId;
  readonly state: MemberState;
  readonly roles: readonly string[];
  readonly stellen: readonly string[] | null;
  readonly name_sealed: Buffer;
  readonly email_sealed: Buffer | null;
  readonly password_hash: string | null;
  readonly totp_sealed: Buffer | null;
  readonly created_at: Date;
  /** The last day of a limited access, `YYYY-MM-DD`. */
  readonly gueltig_bis: LocalDate | null;
}

const columns = sql`id, tenant_id, state, roles, stellen, name_sealed, email_sealed, password_hash, totp_sealed,
  created_at, gueltig_bis`;

export interface NewMember {
  readonly id: string;
  readonly state: MemberState;
  readonly roles: readonly Role[];
  readonly nameSealed: Buffer;
  readonly emailSealed: Buffer;
  readonly emailIndex: Buffer;
  readonly createdAt: Date;
}

/** Inserts a member; `false` where the address already belongs to somebody in the installation. */
export async function insertMember(tx: Tx, tenant: TenantId, member: NewMember): Promise<boolean> {
  const inserted = await change(
    tx,
    sql`insert into identity.member (tenant_id, id, state, roles, name_sealed, email_sealed, email_index, created_at)
      values (${tenant}, ${member.id}, ${member.state}, ${[...member.roles]}, ${member.nameSealed},
        ${member.emailSealed}, ${member.emailIndex}, ${member.createdAt})
      on conflict (email_index) do nothing`,
  );
  return inserted === 1;
}

export function memberById(tx: Tx, tenant: TenantId, id: string): Promise<StoredMember | null> {
  return rowOf(
    tx,
    sql<StoredMember>`select ${columns} from identity.member where tenant_id = ${tenant} and id = ${rowId(id)}`,
  );
}

/** The member, locked until the transaction ends. */
export function lockMember(tx: Tx, tenant: TenantId, id: string): Promise<StoredMember | null> {
  return rowOf(
    tx,
    sql<StoredMember>`select ${columns} from identity.member where tenant_id = ${tenant} and id = ${rowId(id)} for update`,
  );
}

/** The member of an address, in a transaction that presents the address's blind index. */
export function memberByEmailIndex(tx: Tx, index: Buffer): Promise<StoredMember | null> {
  return rowOf(tx, sql<StoredMember>`select ${columns} from identity.member where email_index = ${index}`);
}

export function listMembers(tx: Tx, tenant: TenantId): Promise<readonly StoredMember[]> {
  return rowsOf(
    tx,
    sql<StoredMember>`select ${columns} from identity.member where tenant_id = ${tenant} order by created_at, id`,
  );
}

/** The active members who manage members without end, locked: whoever changes one of them waits for whoever changes another. */
export async function lockManagers(tx: Tx, tenant: TenantId): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ id: string }>`select id from identity.member
      where tenant_id = ${tenant} and state = 'active' and gueltig_bis is null and roles && ${[...managingRoles]}::text[]
      order by id for update`,
  );
  return rows.map(({ id }) => id);
}

export async function setRoles(tx: Tx, tenant: TenantId, id: string, roles: readonly Role[]): Promise<void> {
  await change(
    tx,
    sql`update identity.member set roles = ${[...roles]} where tenant_id = ${tenant} and id = ${id}`,
  );
}

export async function setStellen(
  tx: Tx,
  tenant: TenantId,
  id: string,
  stellen: readonly string[] | null,
): Promise<void> {
  await change(
    tx,
    sql`update identity.member set stellen = ${stellen && [...stellen]}::uuid[] where tenant_id = ${tenant} and id = ${id}`,
  );
}

/** Sets the last day of a member's access; `null`: without end. */
export async function setEnd(tx: Tx, tenant: TenantId, id: string, day: LocalDate | null): Promise<void> {
  await change(
    tx,
    sql`update identity.member set gueltig_bis = ${day} where tenant_id = ${tenant} and id = ${id}`,
  );
}

export async function setState(tx: Tx, tenant: TenantId, id: string, state: MemberState): Promise<void> {
  await change(
    tx,
    sql`update identity.member set state = ${state} where tenant_id = ${tenant} and id = ${id}`,
  );
}

/** Removes a member: the name stays for the audit trail, everything by which to sign in or be reached goes. */
export async function eraseMember(tx: Tx, tenant: TenantId, id: string): Promise<void> {
  await change(
    tx,
    sql`update identity.member set state = 'removed', roles = '{}', stellen = '{}', email_sealed = null, email_index = null,
      password_hash = null, totp_sealed = null, totp_last_step = null where tenant_id = ${tenant} and id = ${id}`,
  );
  await change(tx, sql`delete from identity.recovery_code where tenant_id = ${tenant} and member_id = ${id}`);
  await change(tx, sql`delete from identity.passkey where tenant_id = ${tenant} and member_id = ${id}`);
  await change(tx, sql`delete from identity.mail_link where tenant_id = ${tenant} and member_id = ${id}`);
}

export async function setPassword(tx: Tx, tenant: TenantId, id: string, hash: string): Promise<void> {
  await change(
    tx,
    sql`update identity.member set password_hash = ${hash} where tenant_id = ${tenant} and id = ${id}`,
  );
}
