import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { ParameterValue } from './domain/onlinedienst.ts';
import type { ParameterFact } from './domain/parameter-facts.ts';
import type { Zustand } from './domain/zustand.ts';

/** What a Land or a Kreis states for all Kommunen below it. */
export interface Vorgabe extends ParameterFact {
  /** Länderschlüssel, or the key of a Kreis. */
  readonly gebiet: string;
}

/** Everything that was ever stated for the Kommunen below, of a service. */
export function readVorgaben(tx: Tx, dienst: string): Promise<readonly Vorgabe[]> {
  return rowsOf(
    tx,
    sql<Vorgabe>`select nummer, name, wert, gilt_ab as "giltAb", erfasst_am as "erfasstAm", erfasst_von as "erfasstVon",
        case length(gebiet) when 2 then 'land' else 'kreis' end as ebene, verbindlich, sagt, grundlage, gebiet
      from efa.vorgabe where dienst = ${dienst} order by nummer`,
  );
}

/** A value to be stated for all below; null takes it back. */
export interface NewVorgabe {
  readonly dienst: string;
  readonly gebiet: string;
  readonly name: string;
  readonly wert: ParameterValue | null;
  readonly verbindlich: boolean;
  readonly grundlage: string;
  readonly sagt: string;
  readonly giltAb: LocalDate;
}

export async function insertVorgabe(tx: Tx, tenant: TenantId, vorgabe: NewVorgabe, now: Date): Promise<void> {
  const { dienst, gebiet, name, wert, verbindlich, grundlage, sagt, giltAb } = vorgabe;
  await change(
    tx,
    sql`insert into efa.vorgabe (tenant_id, dienst, gebiet, name, wert, verbindlich, grundlage, sagt, gilt_ab, erfasst_am)
      values (${tenant}, ${dienst}, ${gebiet}, ${name}, ${json(wert)}, ${verbindlich}, ${grundlage}, ${sagt}, ${giltAb}, ${now})`,
  );
}

/** A Kommune with an Anbindung, and what it stated. */
export interface StatedFact extends ParameterFact {
  readonly tenant: string;
}

export interface AngebundeneKommune {
  readonly tenant: string;
  readonly ags: string;
  readonly fassung: string;
  readonly zustand: Zustand;
}

/** The Anbindungen to a service that the transaction may see: the own one, or in a circle those of all that consent. */
export function readAngebundene(tx: Tx, dienst: string): Promise<readonly AngebundeneKommune[]> {
  return rowsOf(
    tx,
    sql<AngebundeneKommune>`select tenant_id as tenant, ags, fassung, zustand from efa.anbindung
      where dienst = ${dienst} order by ags`,
  );
}

/** What all these Kommunen stated for a service, in one query. */
export function readStated(tx: Tx, dienst: string): Promise<readonly StatedFact[]> {
  return rowsOf(
    tx,
    sql<StatedFact>`select tenant_id as tenant, nummer, name, wert, gilt_ab as "giltAb", erfasst_am as "erfasstAm",
        erfasst_von as "erfasstVon", 'kommune' as ebene, false as verbindlich, '' as sagt, '' as grundlage
      from efa.parameter where dienst = ${dienst} order by nummer`,
  );
}
