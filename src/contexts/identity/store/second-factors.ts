import { sql } from 'kysely';
import { change, rowOf, type TenantId, type Tx } from '#platform';

/** Keeps a new TOTP secret; `step` is that of the code which proved it, so that it does not count again. */
export async function setTotp(
  tx: Tx,
  tenant: TenantId,
  id: string,
  sealed: Buffer,
  step: number,
): Promise<void> {
  await change(
    tx,
    sql`update identity.member set totp_sealed = ${sealed}, totp_last_step = ${step}
      where tenant_id = ${tenant} and id = ${id}`,
  );
}

/** Takes a step for the member; `false` where it or a later one was taken before. */
export async function takeTotpStep(tx: Tx, tenant: TenantId, id: string, step: number): Promise<boolean> {
  const taken = await change(
    tx,
    sql`update identity.member set totp_last_step = ${step}
      where tenant_id = ${tenant} and id = ${id} and coalesce(totp_last_step, 0) < ${step}`,
  );
  return taken === 1;
}

/** Uses a recovery code; `false` where it is unknown or was used before. */
export async function takeRecoveryCode(
  tx: Tx,
  tenant: TenantId,
  member: string,
  codeHash: Buffer,
  now: Date,
): Promise<boolean> {
  const taken = await change(
    tx,
    sql`update identity.recovery_code set used_at = ${now}
      where tenant_id = ${tenant} and member_id = ${member} and code_hash = ${codeHash} and used_at is null`,
  );
  return taken === 1;
}

/** Replaces all recovery codes of a member. */
export async function replaceRecoveryCodes(
  tx: Tx,
  tenant: TenantId,
  member: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await change(
    tx,
    sql`delete from identity.recovery_code where tenant_id = ${tenant} and member_id = ${member}`,
  );
  for (const hash of hashes)
    await change(
      tx,
      sql`insert into identity.recovery_code (tenant_id, member_id, code_hash) values (${tenant}, ${member}, ${hash})`,
    );
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(tx: Tx, tenant: TenantId, member: string): Promise<number> {
  const row = await rowOf(
    tx,
    sql<{ count: number }>`select count(*)::int as count from identity.recovery_code
      where tenant_id = ${tenant} and member_id = ${member} and used_at is null`,
  );
  return row?.count ?? 0;
}
