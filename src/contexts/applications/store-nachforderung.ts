import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';

/** What an office asks once more, as it is stored: contents sealed, days and state in clear. */
export interface NachforderungRow {
  readonly id: string;
  readonly antrag: string;
  /** The number of the submission whose office asks. */
  readonly sendung: number;
  readonly zustand: 'offen' | 'beantwortet' | 'zurueckgenommen';
  readonly frist: LocalDate;
  readonly gestelltAm: Date;
  readonly inhalt: Buffer;
  /** How often the draft of the answer was saved. */
  readonly version: number;
  readonly entwurf: Buffer | null;
  readonly antwort: Buffer | null;
  readonly beantwortetAm: Date | null;
  readonly verspaetet: boolean | null;
}

const columns = sql`id, antrag_id as antrag, sendung, zustand, frist, gestellt_am as "gestelltAm",
  inhalt_sealed as inhalt, version, entwurf_sealed as entwurf, antwort_sealed as antwort,
  beantwortet_am as "beantwortetAm", verspaetet`;

/** Enters what an office asks; told again, nothing happens. */
export async function insertNachforderung(
  tx: Tx,
  tenant: TenantId,
  row: Pick<NachforderungRow, 'id' | 'antrag' | 'sendung' | 'frist' | 'gestelltAm' | 'inhalt'>,
): Promise<void> {
  await change(
    tx,
    sql`insert into applications.nachforderung (tenant_id, id, antrag_id, sendung, frist, gestellt_am, inhalt_sealed)
      values (${tenant}, ${row.id}, ${row.antrag}, ${row.sendung}, ${row.frist}, ${row.gestelltAm}, ${row.inhalt})
      on conflict do nothing`,
  );
}

/** All that was asked of an Antrag, oldest first. */
export function readNachforderungen(tx: Tx, antrag: string): Promise<readonly NachforderungRow[]> {
  return rowsOf(
    tx,
    sql<NachforderungRow>`select ${columns} from applications.nachforderung where antrag_id = ${antrag}
      order by gestellt_am, id`,
  );
}

/** One of them, locked until the transaction ends. */
export function lockNachforderung(tx: Tx, antrag: string, id: string): Promise<NachforderungRow | null> {
  return rowOf(
    tx,
    sql<NachforderungRow>`select ${columns} from applications.nachforderung
      where antrag_id = ${antrag} and id = ${id}::uuid for update`,
  );
}

/** Saves the draft over exactly the version that was read; `false` where somebody else was faster or it is over. */
export async function saveNachforderung(tx: Tx, id: string, read: number, entwurf: Buffer): Promise<boolean> {
  const reached = await change(
    tx,
    sql`update applications.nachforderung set version = ${read} + 1, entwurf_sealed = ${entwurf}
      where id = ${id} and version = ${read} and zustand = 'offen'`,
  );
  return reached === 1;
}

/** Takes back what is still asked; what was answered stays. */
export async function withdrawNachforderung(tx: Tx, antrag: string, id: string): Promise<void> {
  await change(
    tx,
    sql`update applications.nachforderung set zustand = 'zurueckgenommen', entwurf_sealed = null
      where antrag_id = ${antrag} and id = ${id}::uuid and zustand = 'offen'`,
  );
}

/** Keeps the answer for the applicant; its draft goes. */
export async function answerNachforderung(
  tx: Tx,
  id: string,
  { antwort, am, verspaetet }: { readonly antwort: Buffer; readonly am: Date; readonly verspaetet: boolean },
): Promise<void> {
  await change(
    tx,
    sql`update applications.nachforderung set zustand = 'beantwortet', entwurf_sealed = null,
        antwort_sealed = ${antwort}, beantwortet_am = ${am}, verspaetet = ${verspaetet} where id = ${id}`,
  );
}
