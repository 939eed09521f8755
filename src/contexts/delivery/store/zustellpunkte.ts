import { sql } from 'kysely';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { KeyTimes } from '../domain/receiving-key.ts';
import type { ZustellpunktState } from '../domain/zustellpunkt.ts';
import { idOrNone } from './ids.ts';

export interface StoredZustellpunkt {
  readonly tenant: TenantId;
  readonly id: string;
  readonly name: string;
  readonly state: ZustellpunktState;
  /** Where the office hears of a new Antrag; `null` where it named no mailbox. */
  readonly postfach: string | null;
}

export interface StoredKey extends KeyTimes {
  readonly kid: string;
  readonly jwk: unknown;
}

const columns = sql`tenant_id as tenant, id, name, state, postfach`;

export async function insertZustellpunkt(
  tx: Tx,
  { tenant, id, name, postfach }: Omit<StoredZustellpunkt, 'state'>,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into delivery.zustellpunkt (tenant_id, id, name, postfach, created_at, changed_at)
      values (${tenant}, ${id}, ${name}, ${postfach}, ${now}, ${now})`,
  );
}

export function zustellpunktById(tx: Tx, tenant: TenantId, id: string): Promise<StoredZustellpunkt | null> {
  return rowOf(
    tx,
    sql<StoredZustellpunkt>`select ${columns} from delivery.zustellpunkt
      where tenant_id = ${tenant} and id = ${idOrNone(id)}`,
  );
}

/** The Zustellpunkt, locked; the transaction must be allowed to change it. */
export function lockZustellpunkt(tx: Tx, tenant: TenantId, id: string): Promise<StoredZustellpunkt | null> {
  return rowOf(
    tx,
    sql<StoredZustellpunkt>`select ${columns} from delivery.zustellpunkt
      where tenant_id = ${tenant} and id = ${idOrNone(id)} for update`,
  );
}

export function zustellpunkteOf(tx: Tx, tenant: TenantId): Promise<readonly StoredZustellpunkt[]> {
  return rowsOf(
    tx,
    sql<StoredZustellpunkt>`select ${columns} from delivery.zustellpunkt where tenant_id = ${tenant} order by name, id`,
  );
}

/** All organisations that receive or received. */
export async function receivingTenants(tx: Tx): Promise<readonly TenantId[]> {
  const rows = await rowsOf(
    tx,
    sql<{ tenant: TenantId }>`select distinct tenant_id as tenant from delivery.zustellpunkt order by 1`,
  );
  return rows.map(({ tenant }) => tenant);
}

/** Another number after every change of a Zustellpunkt or its keys. Cheap, for readers that hold a snapshot. */
export async function zustellpunkteVersion(tx: Tx): Promise<number> {
  const [row] = await rowsOf(
    tx,
    sql<{ zahl: number; letzte: string }>`select count(*)::int as zahl, coalesce(max(mark), 0)::text as letzte
      from (select xmin::text::bigint as mark from delivery.zustellpunkt union all
        select xmin::text::bigint from delivery.zustellpunkt_key) as rows`,
  );
  return (row?.zahl ?? 0) * 2 ** 32 + Number(row?.letzte ?? 0);
}

export async function setZustellpunktState(
  tx: Tx,
  { tenant, id }: StoredZustellpunkt,
  state: ZustellpunktState,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`update delivery.zustellpunkt set state = ${state}, changed_at = ${now} where tenant_id = ${tenant} and id = ${id}`,
  );
}

export async function setZustellpunktPostfach(
  tx: Tx,
  { tenant, id }: StoredZustellpunkt,
  postfach: string | null,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`update delivery.zustellpunkt set postfach = ${postfach}, changed_at = ${now} where tenant_id = ${tenant} and id = ${id}`,
  );
}

export function keysOf(tx: Tx, tenant: TenantId, zustellpunkt: string): Promise<readonly StoredKey[]> {
  return rowsOf(
    tx,
    sql<StoredKey>`select kid, public_jwk as jwk, valid_from as "validFrom", valid_to as "validTo",
        removed_at as "removedAt"
      from delivery.zustellpunkt_key where tenant_id = ${tenant} and zustellpunkt_id = ${idOrNone(zustellpunkt)}
      order by valid_from desc, kid`,
  );
}

export async function insertKey(
  tx: Tx,
  tenant: TenantId,
  zustellpunkt: string,
  key: Omit<StoredKey, 'removedAt'>,
): Promise<void> {
  await change(
    tx,
    sql`insert into delivery.zustellpunkt_key (tenant_id, zustellpunkt_id, kid, public_jwk, valid_from, valid_to)
      values (${tenant}, ${zustellpunkt}, ${key.kid}, ${JSON.stringify(key.jwk)}::jsonb, ${key.validFrom}, ${key.validTo})`,
  );
}

export async function endKey(tx: Tx, tenant: TenantId, kid: string, validTo: Date): Promise<void> {
  await change(
    tx,
    sql`update delivery.zustellpunkt_key set valid_to = greatest(valid_from, ${validTo})
      where tenant_id = ${tenant} and kid = ${kid}`,
  );
}

/** Keys that ended before `limit` and with which no content is sealed any more, locked. */
export async function lockUnusedKeys(tx: Tx, tenant: TenantId, limit: Date): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ kid: string }>`select k.kid from delivery.zustellpunkt_key k
      where k.tenant_id = ${tenant} and k.removed_at is null and k.valid_to < ${limit}
        and not exists (select from delivery.submission s where s.tenant_id = k.tenant_id
          and s.zustellpunkt_id = k.zustellpunkt_id and s.kid = k.kid and s.state <> 'deleted')
        and not exists (select from delivery.attachment a where a.tenant_id = k.tenant_id
          and a.zustellpunkt_id = k.zustellpunkt_id and a.kid = k.kid)
      for update`,
  );
  return rows.map(({ kid }) => kid);
}

export async function markKeyRemoved(tx: Tx, tenant: TenantId, kid: string, now: Date): Promise<void> {
  await change(
    tx,
    sql`update delivery.zustellpunkt_key set removed_at = ${now} where tenant_id = ${tenant} and kid = ${kid}`,
  );
}

/** A Zustellpunkt with one of its keys, or with none. */
export interface ZustellpunktRow extends StoredZustellpunkt {
  readonly kid: string | null;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly removedAt: Date | null;
}

/** The Zustellpunkte of several organisations with all their keys, one row a key. One query. */
export function zustellpunkteOfAll(
  tx: Tx,
  tenants: readonly TenantId[],
): Promise<readonly ZustellpunktRow[]> {
  return rowsOf(
    tx,
    sql<ZustellpunktRow>`select z.tenant_id as tenant, z.id, z.name, z.state, z.postfach, k.kid,
        k.valid_from as "validFrom", k.valid_to as "validTo", k.removed_at as "removedAt"
      from delivery.zustellpunkt z left join delivery.zustellpunkt_key k
        on k.tenant_id = z.tenant_id and k.zustellpunkt_id = z.id
      where z.tenant_id = any (${[...tenants]}::uuid[]) order by z.tenant_id, z.name, z.id`,
  );
}
