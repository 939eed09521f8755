import { sql } from 'kysely';
import type { TenantId, Tx } from '#platform';
import type { Zustand } from './domain/zustand.ts';
import { change, rowsOf } from './store-rows.ts';

/** What one office got of an Antrag, and how far it is there. */
export interface SendungRow {
  /** From 1, in the order in which the service names its offices. */
  readonly nr: number;
  /** The office's name, as the authority wrote it. */
  readonly stelle: string;
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
  row: SendungRow,
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
    sql<SendungRow>`select nr, stelle, titel, leistungen, zustand, empfaenger, submission_id as "submissionId",
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
