import { sql } from 'kysely';
import { change, rowsOf, type Tx } from '#platform';
import type { Einladung } from '../domain/einladung.ts';

/** The newest invitation of each service and Kommune that the transaction may see: sent by it, or addressed to it. */
export function readEinladungen(tx: Tx): Promise<readonly Einladung[]> {
  return rowsOf(
    tx,
    sql<Einladung>`select distinct on (tenant_id, dienst, recipient_id) tenant_id as tenant, dienst,
        recipient_id as empfaenger, nummer, haus, titel, ags, kommune, nachricht, stand, eingeladen_am as "eingeladenAm"
      from marketplace.einladung
      where tenant_id = (select platform.tenant()) or recipient_id = (select platform.tenant())
      order by tenant_id, dienst, recipient_id, nummer desc`,
  );
}

/** Sends the next invitation; `false` where one went out at the same moment. */
export async function insertEinladung(tx: Tx, one: Omit<Einladung, 'tenant'>): Promise<boolean> {
  const { dienst, empfaenger, nummer, haus, titel, ags, kommune, nachricht, stand, eingeladenAm } = one;
  const written = await change(
    tx,
    sql`insert into marketplace.einladung (tenant_id, dienst, recipient_id, nummer, haus, titel, ags, kommune, nachricht,
        stand, eingeladen_am)
      values (platform.tenant(), ${dienst}, ${empfaenger}::uuid, ${nummer}, ${haus}, ${titel}, ${ags}, ${kommune},
        ${nachricht}, ${stand}, ${eingeladenAm}) on conflict do nothing`,
  );
  return written === 1;
}
