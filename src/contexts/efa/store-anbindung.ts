import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowsOf, type TenantId, type Thema, type Tx } from '#platform';
import type { Anbindung } from './domain/anbindung.ts';
import type { ParameterValue } from './domain/onlinedienst.ts';
import type { ParameterFact } from './domain/parameter-facts.ts';

const columns = sql`dienst, ags, fassung, zustand, version, geplant_am as "geplantAm", live_seit as "liveSeit", grund,
  geaendert_am as "geaendertAm"`;

/** The Anbindungen of the transaction's tenant. */
export function readAnbindungen(tx: Tx): Promise<readonly Anbindung[]> {
  return rowsOf(
    tx,
    sql<Anbindung>`select ${columns} from efa.anbindung where tenant_id = (select platform.tenant()) order by dienst`,
  );
}

export async function readAnbindung(tx: Tx, dienst: string): Promise<Anbindung | null> {
  const [row] = await rowsOf(
    tx,
    sql<Anbindung>`select ${columns} from efa.anbindung
      where tenant_id = (select platform.tenant()) and dienst = ${dienst}`,
  );
  return row ?? null;
}

/** Inserts the first state; `false` where the Kommune has an Anbindung already. */
export async function insertAnbindung(tx: Tx, tenant: TenantId, anbindung: Anbindung): Promise<boolean> {
  const { dienst, ags, fassung, zustand, version, geaendertAm } = anbindung;
  const inserted = await change(
    tx,
    sql`insert into efa.anbindung (tenant_id, dienst, ags, fassung, zustand, version, geaendert_am)
      values (${tenant}, ${dienst}, ${ags}, ${fassung}, ${zustand}, ${version}, ${geaendertAm}) on conflict do nothing`,
  );
  return inserted === 1;
}

/** Writes the next state over the version that was read; `false` where somebody wrote in between. */
export async function updateAnbindung(tx: Tx, readVersion: number, next: Anbindung): Promise<boolean> {
  const { dienst, fassung, zustand, geplantAm, liveSeit, grund, geaendertAm } = next;
  const updated = await change(
    tx,
    sql`update efa.anbindung set fassung = ${fassung}, zustand = ${zustand}, version = version + 1,
        geplant_am = ${geplantAm}, live_seit = ${liveSeit}, grund = ${grund}, geaendert_am = ${geaendertAm},
        geaendert_von = platform.actor()
      where tenant_id = (select platform.tenant()) and dienst = ${dienst} and version = ${readVersion}`,
  );
  return updated === 1;
}

/**
 * Everything that was ever stated for a service, by the tenant itself and by the Land and the Kreis above it, each level in the
 * order in which it was stated.
 */
export function readParameterFacts(tx: Tx, dienst: string): Promise<readonly ParameterFact[]> {
  return rowsOf(
    tx,
    sql<ParameterFact>`select nummer, name, wert, gilt_ab as "giltAb", erfasst_am as "erfasstAm",
        erfasst_von as "erfasstVon", 'kommune' as ebene, false as verbindlich, '' as sagt, '' as grundlage
      from efa.parameter where tenant_id = (select platform.tenant()) and dienst = ${dienst}
      union all
      select v.nummer, v.name, v.wert, v.gilt_ab, v.erfasst_am, v.erfasst_von,
        case length(v.gebiet) when 2 then 'land' else 'kreis' end, v.verbindlich, v.sagt, v.grundlage
      from efa.anbindung a join efa.vorgabe v on v.dienst = a.dienst
        and v.gebiet in (left(a.ags, 2), case length(a.ags) when 8 then left(a.ags, 5) end)
      where a.tenant_id = (select platform.tenant()) and a.dienst = ${dienst}
      order by ebene desc, nummer`,
  );
}

/** Under these names the database counts changes of what `readParameterFacts` reads. */
export function werteThemen(dienst: string): readonly Thema[] {
  return [{ thema: `efa.werte ${dienst}` }, { thema: `efa.vorgaben ${dienst}`, forAll: true }];
}

/** A value to be stated; null takes it away. */
export interface NewParameter {
  readonly name: string;
  readonly wert: ParameterValue | null;
}

/** States values that count from a day on. */
export async function insertParameters(
  tx: Tx,
  tenant: TenantId,
  dienst: string,
  parameters: readonly NewParameter[],
  when: { readonly giltAb: LocalDate; readonly erfasstAm: Date },
): Promise<void> {
  const names = parameters.map(({ name }) => name);
  const werte = parameters.map(({ wert }) => JSON.stringify(wert));
  await change(
    tx,
    sql`insert into efa.parameter (tenant_id, dienst, name, wert, gilt_ab, erfasst_am)
      select ${tenant}, ${dienst}, name, wert::jsonb, ${when.giltAb}::date, ${when.erfasstAm}::timestamptz
      from unnest(${names}::text[], ${werte}::text[]) with ordinality as neu (name, wert, nummer) order by nummer`,
  );
}
