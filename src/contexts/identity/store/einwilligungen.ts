import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

/** A Kommune's dated consent to share circle data with a provider. */
export interface Einwilligung {
  readonly providerId: TenantId;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export function einwilligungenOf(tx: Tx, kommune: TenantId): Promise<readonly Einwilligung[]> {
  return rowsOf(
    tx,
    sql<Einwilligung>`select provider_id as "providerId", valid_from as "validFrom", valid_to as "validTo"
      from identity.einwilligung where tenant_id = ${kommune} order by valid_from desc`,
  );
}

/** States consent from a day on, where none is open; given again on the day of its withdrawal it goes on. */
export function insertEinwilligung(
  tx: Tx,
  kommune: TenantId,
  provider: TenantId,
  from: LocalDate,
): Promise<number> {
  return change(
    tx,
    sql`insert into identity.einwilligung (tenant_id, provider_id, valid_from, stated_by)
      select ${kommune}, ${provider}, ${from}, ${tx.actor}
      where not exists (select from identity.einwilligung
        where tenant_id = ${kommune} and provider_id = ${provider} and valid_to is null)
      on conflict (tenant_id, provider_id, valid_from) do update set valid_to = null`,
  );
}

/** Withdraws the consent at once: the day before `today` was its last. */
export function endEinwilligung(
  tx: Tx,
  kommune: TenantId,
  provider: TenantId,
  today: LocalDate,
): Promise<number> {
  return change(
    tx,
    sql`update identity.einwilligung set valid_to = ${today}::date - 1
      where tenant_id = ${kommune} and provider_id = ${provider} and valid_to is null`,
  );
}
