import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type { Anbindung } from './domain/anbindung.ts';
import type { NewParameter } from './store-anbindung.ts';

/** An Anbindung of one of many Kommunen. */
export interface AnbindungOfKommune extends Anbindung {
  readonly tenant: TenantId;
}

/**
 * The Anbindungen of many Kommunen in one query, of one service or of all. In scope `circle` those of the Kommunen that the
 * provider cares for; their values are never among it.
 */
export function readAnbindungenOfCircle(
  tx: Tx,
  dienst: string | null = null,
): Promise<readonly AnbindungOfKommune[]> {
  return rowsOf(
    tx,
    sql<AnbindungOfKommune>`select tenant_id as tenant, dienst, ags, fassung, zustand, version,
        geplant_am as "geplantAm", live_seit as "liveSeit", grund, geaendert_am as "geaendertAm"
      from efa.anbindung where ${dienst}::text is null or dienst = ${dienst} order by dienst, ags`,
  );
}

/** States many values of one Kommune in one statement. */
export async function insertManyParameters(
  tx: Tx,
  tenant: TenantId,
  dienst: string,
  parameters: readonly NewParameter[],
  when: { readonly giltAb: LocalDate; readonly erfasstAm: Date },
): Promise<void> {
  if (parameters.length === 0) return;
  await change(
    tx,
    sql`insert into efa.parameter (tenant_id, dienst, name, wert, gilt_ab, erfasst_am)
      select ${tenant}, ${dienst}, one ->> 'name', one -> 'wert', ${when.giltAb}, ${when.erfasstAm}
        from jsonb_array_elements(${JSON.stringify(parameters)}::jsonb) as one`,
  );
}
