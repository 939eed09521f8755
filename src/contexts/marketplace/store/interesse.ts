import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type { Interesse } from '../domain/interesse.ts';

const columns = sql`tenant_id as tenant, dienst, nummer, ags, kommune, interessiert, bemerkung, stand`;

/** The last word of every Kommune that the transaction may see: its own, or those that are addressed to it. */
export function readInteressen(tx: Tx): Promise<readonly Interesse[]> {
  return rowsOf(
    tx,
    sql<Interesse>`select distinct on (tenant_id, dienst) ${columns} from marketplace.interesse
      where tenant_id = (select platform.tenant()) or recipient_id = (select platform.tenant())
      order by tenant_id, dienst, nummer desc`,
  );
}

/** Writes a Kommune's next word; `false` where it said something else at the same moment. */
export async function insertInteresse(
  tx: Tx,
  empfaenger: string,
  next: Interesse,
  now: Date,
): Promise<boolean> {
  const { tenant, dienst, nummer, ags, kommune, interessiert, bemerkung, stand } = next;
  const written = await change(
    tx,
    sql`insert into marketplace.interesse (tenant_id, dienst, nummer, recipient_id, ags, kommune, interessiert, bemerkung,
        stand, angegeben_am)
      values (${tenant}, ${dienst}, ${nummer}, ${empfaenger}, ${ags}, ${kommune}, ${interessiert}, ${bemerkung}, ${stand},
        ${now}) on conflict do nothing`,
  );
  return written === 1;
}

/** Since when each Kommune was interested in a service. In scope figures of all of them: never an answer as such. */
export async function readBeginn(tx: Tx, dienst: string): Promise<ReadonlyMap<string, LocalDate>> {
  const rows = await rowsOf(
    tx,
    sql<{
      tenant: TenantId;
      von: LocalDate;
    }>`select tenant_id as tenant, min(stand) as von from marketplace.interesse
      where dienst = ${dienst} and interessiert group by tenant_id`,
  );
  return new Map(rows.map(({ tenant, von }) => [tenant, von]));
}
