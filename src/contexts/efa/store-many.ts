import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type { Zustand } from './domain/zustand.ts';
import type { NewParameter } from './store-anbindung.ts';

/** How many Anbindungen of a service are in a state. */
export interface Zustandszahl {
  readonly dienst: string;
  readonly zustand: Zustand;
  readonly zahl: number;
}

/** How many Anbindungen there are by service and state: in scope `circle` of all Kommunen that the house cares for. */
export function countAnbindungenOfCircle(tx: Tx): Promise<readonly Zustandszahl[]> {
  return rowsOf(
    tx,
    sql<Zustandszahl>`select dienst, zustand, count(*)::int as zahl from efa.anbindung
      where tenant_id <> (select platform.tenant()) group by dienst, zustand order by dienst, zustand`,
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
