import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
import type { Zustand } from './domain/zustand.ts';

/** What one office got of an Antrag, and how far it is there. */
export interface SendungRow {
  /** From 1, in the order in which the service names its offices. */
  readonly nr: number;
  /** The name of the office that received it, as the authority wrote it. */
  readonly stelle: string;
  /** The name of the office that has it now. */
  readonly jetztBei: string;
  /** What the office decides about, in words. */
  readonly titel: string;
  readonly leistungen: readonly string[];
  readonly zustand: Zustand;
  readonly empfaenger: TenantId;
  readonly submissionId: string;
  readonly caseId: string;
  readonly contentHash: string;
}

export async function insertSendung(
  tx: Tx,
  { tenant, id }: { readonly tenant: TenantId; readonly id: string },
  row: Omit<SendungRow, 'jetztBei'>,
): Promise<void> {
  await change(
    tx,
    sql`insert into applications.sendung (tenant_id, antrag_id, nr, stelle, titel, leistungen, zustand, empfaenger,
        submission_id, case_id, content_hash)
      values (${tenant}, ${id}, ${row.nr}, ${row.stelle}, ${row.titel}, ${[...row.leistungen]}::text[], ${row.zustand},
        ${row.empfaenger}, ${row.submissionId}, ${row.caseId}, ${row.contentHash})`,
  );
}

/** The submissions of an Antrag; at least one. */
export function readSendungen(tx: Tx, antrag: string): Promise<readonly SendungRow[]> {
  return rowsOf(
    tx,
    sql<SendungRow>`select nr, stelle, coalesce(jetzt_bei, stelle) as "jetztBei", titel, leistungen, zustand, empfaenger, submission_id as "submissionId",
        case_id as "caseId", content_hash as "contentHash"
      from applications.sendung where antrag_id = ${antrag} order by nr`,
  );
}

export async function setSendungZustand(tx: Tx, antrag: string, nr: number, zustand: Zustand): Promise<void> {
  await change(
    tx,
    sql`update applications.sendung set zustand = ${zustand} where antrag_id = ${antrag} and nr = ${nr}`,
  );
}

/** Notes which office has a submission from now on. */
export async function setJetztBei(tx: Tx, antrag: string, nr: number, stelle: string): Promise<void> {
  await change(
    tx,
    sql`update applications.sendung set jetzt_bei = ${stelle} where antrag_id = ${antrag} and nr = ${nr}`,
  );
}

/** Which submissions were sent for a service since an instant, with the version of the form that made them. */
export function readSendungenSeit(
  tx: Tx,
  dienst: string,
  seit: Date,
): Promise<readonly { readonly fassung: string; readonly submissionId: string }[]> {
  return rowsOf(
    tx,
    sql<{ fassung: string; submissionId: string }>`select a.fassung, s.submission_id as "submissionId"
      from applications.sendung s join applications.antrag a on a.tenant_id = s.tenant_id and a.id = s.antrag_id
      where a.tenant_id = (select platform.tenant()) and a.dienst = ${dienst} and a.eingegangen_am >= ${seit}`,
  );
}
