import { sql } from 'kysely';
import { rowsOf, type TenantId, type Tx } from '#platform';
import type { Anbindung } from './domain/anbindung.ts';
import type { ParameterFact } from './domain/parameter-facts.ts';

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

/**
 * Everything that was ever stated for one service by these Kommunen and by the Land and the Kreis above each, in the order in
 * which each level stated it. One query.
 */
export function readParameterFactsOf(
  tx: Tx,
  dienst: string,
  kommunen: readonly TenantId[],
): Promise<readonly (ParameterFact & { readonly tenant: TenantId })[]> {
  return rowsOf(
    tx,
    sql<ParameterFact & { readonly tenant: TenantId }>`
      select tenant_id as tenant, nummer, name, wert, gilt_ab as "giltAb", erfasst_am as "erfasstAm",
        erfasst_von as "erfasstVon", 'kommune' as ebene, false as verbindlich, '' as sagt, '' as grundlage
      from efa.parameter where dienst = ${dienst} and tenant_id = any (${[...kommunen]}::uuid[])
      union all
      select a.tenant_id, v.nummer, v.name, v.wert, v.gilt_ab, v.erfasst_am, v.erfasst_von,
        case length(v.gebiet) when 2 then 'land' else 'kreis' end, v.verbindlich, v.sagt, v.grundlage
      from efa.anbindung a join efa.vorgabe v on v.dienst = a.dienst
        and v.gebiet in (left(a.ags, 2), case length(a.ags) when 8 then left(a.ags, 5) end)
      where a.dienst = ${dienst} and a.tenant_id = any (${[...kommunen]}::uuid[])
      order by ebene desc, nummer`,
  );
}
