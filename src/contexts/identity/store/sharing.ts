import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { rowsOf, type TenantId, type Tx } from '#platform';

/** A Kommune, the IT-Dienstleister that looks after it, and whether it shares circle data with its circle. */
export interface Sharing {
  readonly kommune: TenantId;
  readonly ags: string;
  readonly provider: TenantId | null;
  readonly consents: boolean;
}

/** Who shares on a day; in scope `figures` of all Kommunen of the installation. */
export function readSharing(tx: Tx, today: LocalDate): Promise<readonly Sharing[]> {
  return rowsOf(
    tx,
    sql<Sharing>`select o.id as kommune, o.body_key as ags, b.provider_id as provider,
        exists (select from identity.einwilligung e where e.tenant_id = o.id and e.provider_id = b.provider_id
          and e.valid_from <= ${today} and coalesce(e.valid_to, 'infinity') >= ${today}) as consents
      from identity.organisation o left join identity.betreuung b on b.kommune_id = o.id
        and b.valid_from <= ${today} and coalesce(b.valid_to, 'infinity') >= ${today}
      where o.kind = 'kommune' order by o.body_key, b.provider_id`,
  );
}
