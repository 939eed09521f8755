import { sql } from 'kysely';
import { rowsOf, type TenantId, type Tx } from '#platform';
import type { Anbindung } from './domain/anbindung.ts';

/** An Anbindung with the organisation whose it is. */
export type AnbindungOf = Anbindung & { readonly tenant: TenantId };

/**
 * The Anbindungen of one service, of every Kommune that the transaction may see: one's own, or in scope circle those of
 * all Kommunen that one cares for. One query.
 */
export function readAnbindungenOf(tx: Tx, dienst: string): Promise<readonly AnbindungOf[]> {
  return rowsOf(
    tx,
    sql<AnbindungOf>`select tenant_id as tenant, dienst, ags, fassung, zustand, version, geplant_am as "geplantAm",
        live_seit as "liveSeit", grund, geaendert_am as "geaendertAm"
      from efa.anbindung where dienst = ${dienst} order by tenant_id`,
  );
}
