import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import type { Frist } from './domain/frist.ts';
import type { Zustand } from './domain/zustand.ts';

/** A submitted Antrag as it is stored; its content is sealed, and gone once it is deleted. */
export interface AntragRow {
  readonly tenant: TenantId;
  readonly id: string;
  readonly nummer: string;
  readonly dienst: string;
  readonly fassung: string;
  readonly titel: string;
  readonly kommune: string;
  readonly leistungen: readonly string[];
  readonly zustand: Zustand;
  readonly zahlung: 'keine' | 'nach-bescheid';
  readonly eingegangenAm: Date;
  readonly eingangstag: LocalDate;
  readonly fristAb: Frist['ab'];
  readonly fristTage: number;
  readonly fristGrundlage: string;
  readonly loeschenAm: LocalDate;
  readonly kopieSealed: Buffer | null;
}

const columns = sql`tenant_id as tenant, id, nummer, dienst, fassung, titel, kommune, leistungen, zustand, zahlung,
  eingegangen_am as "eingegangenAm", eingangstag, frist_ab as "fristAb", frist_tage as "fristTage",
  frist_grundlage as "fristGrundlage", loeschen_am as "loeschenAm", kopie_sealed as "kopieSealed"`;

/** Enters an Antrag; `false` where its number is taken. */
export async function insertAntrag(tx: Tx, row: AntragRow): Promise<boolean> {
  const inserted = await change(
    tx,
    sql`insert into applications.antrag (tenant_id, id, nummer, dienst, fassung, titel, kommune, leistungen, zustand,
        zahlung, eingegangen_am, eingangstag, frist_ab, frist_tage, frist_grundlage, loeschen_am,
        kopie_sealed)
      values (${row.tenant}, ${row.id}, ${row.nummer}, ${row.dienst}, ${row.fassung}, ${row.titel}, ${row.kommune},
        ${[...row.leistungen]}::text[], ${row.zustand}, ${row.zahlung}, ${row.eingegangenAm}, ${row.eingangstag},
        ${row.fristAb}, ${row.fristTage}, ${row.fristGrundlage}, ${row.loeschenAm},
        ${row.kopieSealed})
      on conflict (nummer) do nothing`,
  );
  return inserted === 1;
}

export function readAntrag(tx: Tx, id: string): Promise<AntragRow | null> {
  return rowOf(tx, sql<AntragRow>`select ${columns} from applications.antrag where id = ${id}`);
}

/** The Antrag with a submission or a case, else with a number; locked until the transaction ends. */
export function lockAntragOf(
  tx: Tx,
  wanted: {
    readonly nummer: string;
    readonly submission?: string | undefined;
    readonly caseId?: string | undefined;
  },
): Promise<AntragRow | null> {
  const { nummer, submission = null, caseId } = wanted;
  return rowOf(
    tx,
    sql<AntragRow>`select ${columns} from applications.antrag
      where nummer = ${nummer} or id in (select antrag_id from applications.sendung
        where submission_id = ${submission}::uuid or case_id = ${caseId || null}::uuid)
      for update`,
  );
}

export function lockAntrag(tx: Tx, id: string): Promise<AntragRow | null> {
  return rowOf(tx, sql<AntragRow>`select ${columns} from applications.antrag where id = ${id} for update`);
}

export async function setZustand(tx: Tx, id: string, zustand: Zustand, loeschenAm: LocalDate): Promise<void> {
  await change(
    tx,
    sql`update applications.antrag set zustand = ${zustand}, loeschen_am = ${loeschenAm} where id = ${id}`,
  );
}

/** Anträge whose day has come. */
export async function dueAntraege(tx: Tx, today: LocalDate): Promise<readonly string[]> {
  const rows = await rowsOf(
    tx,
    sql<{
      id: string;
    }>`select id from applications.antrag where loeschen_am <= ${today} and zustand <> 'geloescht'
      order by loeschen_am, id limit 500`,
  );
  return rows.map(({ id }) => id);
}

/** Takes the own copy, the messages, the scan results and the receipt away; the row stays as proof. */
export async function eraseAntrag(tx: Tx, id: string, now: Date): Promise<void> {
  await change(tx, sql`delete from applications.nachricht where antrag_id = ${id}`);
  await change(tx, sql`delete from applications.nachforderung where antrag_id = ${id}`);
  await change(tx, sql`delete from applications.pruefung where antrag_id = ${id}`);
  await change(tx, sql`delete from applications.quittung where antrag_id = ${id}`);
  await change(
    tx,
    sql`update applications.antrag set zustand = 'geloescht', kopie_sealed = null, geloescht_am = ${now}
      where id = ${id}`,
  );
}

/** How many Anträge ever came, by service: one to several offices counts once, those deleted since still count. */
export function countAntraege(
  tx: Tx,
): Promise<readonly { readonly dienst: string; readonly anzahl: number }[]> {
  return rowsOf(
    tx,
    sql<{ dienst: string; anzahl: number }>`select dienst, count(*) as anzahl from applications.antrag
      group by dienst order by dienst`,
  );
}

export async function insertQuittung(
  tx: Tx,
  { tenant, id }: Pick<AntragRow, 'tenant' | 'id'>,
  pdf: Buffer,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into applications.quittung (tenant_id, antrag_id, pdf, erstellt_am)
      values (${tenant}, ${id}, ${pdf}, ${now}) on conflict do nothing`,
  );
}

export async function readQuittung(tx: Tx, id: string): Promise<Buffer | null> {
  const row = await rowOf(
    tx,
    sql<{ pdf: Buffer }>`select pdf from applications.quittung where antrag_id = ${id}`,
  );
  return row?.pdf ?? null;
}
