import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

/** A plan or an interest as the database has it. */
export interface BedarfRow {
  readonly tenant: string;
  readonly leistungId: string;
  /** The planned day; `null` for an interest. */
  readonly tag: LocalDate | null;
  /** `null` for a plan. */
  readonly quartal: string | null;
}

/** The newest statement of its cell. */
const newest = sql`not exists (select from compass.stand n where n.tenant_id = s.tenant_id
  and n.leistung_id = s.leistung_id and n.fassung > s.fassung)`;
const done = sql`s.zustand in ('online', 'nicht-anwendbar')`;

/** The open plans from a day on and the open interests of the transaction's tenant. */
export function readOwnBedarfe(tx: Tx, ab: LocalDate): Promise<readonly BedarfRow[]> {
  return readBedarfe(tx, ab, sql`= (select platform.tenant())`);
}

/** The same of the Kommunen of a circle that may be named in bundles; scope circle. */
export function readKreisBedarfe(tx: Tx, ab: LocalDate): Promise<readonly BedarfRow[]> {
  return readBedarfe(tx, ab, sql`= any ((select compass.buendel_kreis())::uuid[])`);
}

/** Whoever is online or does not owe it needs it no more, whatever was planned or marked. */
async function readBedarfe(
  tx: Tx,
  ab: LocalDate,
  tenants: RawBuilder<unknown>,
): Promise<readonly BedarfRow[]> {
  const plans = await rowsOf(
    tx,
    sql<BedarfRow>`select s.tenant_id as tenant, s.leistung_id as "leistungId", s.geplant_fuer as tag, null as quartal
      from compass.stand s
      where s.tenant_id ${tenants} and s.geplant_fuer >= ${ab} and not ${done} and ${newest}`,
  );
  const interests = await rowsOf(
    tx,
    sql<BedarfRow>`select i.tenant_id as tenant, i.leistung_id as "leistungId", null as tag, i.quartal
      from compass.interesse i
      where i.tenant_id ${tenants} and not exists (select from compass.stand s
        where s.tenant_id = i.tenant_id and s.leistung_id = i.leistung_id and ${done} and ${newest})`,
  );
  return [...plans, ...interests];
}

/** Since when the transaction's tenant may be named in bundles; `null` where it may not. */
export async function readEinwilligung(tx: Tx, today: LocalDate): Promise<LocalDate | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ von: LocalDate }>`select von from compass.buendel_einwilligung
      where tenant_id = (select platform.tenant()) and von <= ${today} and coalesce(bis, 'infinity') >= ${today}`,
  );
  return row?.von ?? null;
}

/** Consents from a day on, where no consent is open; given again on the day of its withdrawal it goes on. */
export function insertEinwilligung(tx: Tx, tenant: TenantId, from: LocalDate): Promise<number> {
  return change(
    tx,
    sql`insert into compass.buendel_einwilligung (tenant_id, von) select ${tenant}, ${from}
      where not exists (select from compass.buendel_einwilligung where tenant_id = ${tenant} and bis is null)
      on conflict (tenant_id, von) do update set bis = null`,
  );
}

/** Withdraws the consent at once: the day before `today` was its last. */
export function endEinwilligung(tx: Tx, tenant: TenantId, today: LocalDate): Promise<number> {
  return change(
    tx,
    sql`update compass.buendel_einwilligung set bis = ${today}::date - 1 where tenant_id = ${tenant} and bis is null`,
  );
}

/** Marks the interest of a Kommune in a Leistung; it has one quarter at a time. */
export async function putInteresse(
  tx: Tx,
  tenant: TenantId,
  { leistungId, quartal }: { readonly leistungId: string; readonly quartal: string },
  at: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into compass.interesse (tenant_id, leistung_id, quartal, seit)
      values (${tenant}, ${leistungId}, ${quartal}, ${at}) on conflict (tenant_id, leistung_id) do update
      set quartal = excluded.quartal, seit = excluded.seit, angegeben_von = platform.actor()`,
  );
}

/** Takes an interest back; `false` where there was none. */
export async function deleteInteresse(tx: Tx, leistungId: string): Promise<boolean> {
  const deleted = await change(
    tx,
    sql`delete from compass.interesse
      where tenant_id = (select platform.tenant()) and leistung_id = ${leistungId}`,
  );
  return deleted === 1;
}
