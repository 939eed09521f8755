import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform';
import type { GemeinsameAntwort, RecordKey } from '../domain/rueckfrage.ts';

const row = z.object({
  id: z.string(),
  tenant: z.string(),
  rueckfrageId: z.string(),
  art: z.string(),
  datensatz: z.string(),
  datensatzName: z.string(),
  frage: z.string(),
  antwort: z.string(),
  haus: z.string(),
  veroeffentlichtAm: z.date(),
});

const select = sql`select id, tenant_id as tenant, rueckfrage_id as "rueckfrageId", art, datensatz,
  datensatz_name as "datensatzName", frage, antwort, haus, veroeffentlicht_am as "veroeffentlichtAm"
  from discussion.gemeinsame_antwort where zurueckgenommen_am is null`;

/** The published answers that the transaction's organisation may read, the newest first. */
export async function readAntworten(
  tx: Tx,
  records?: readonly RecordKey[],
): Promise<readonly GemeinsameAntwort[]> {
  const arten = records?.map(({ art }) => art) ?? [];
  const ids = records?.map(({ id }) => id) ?? [];
  const only =
    records === undefined
      ? sql``
      : sql`and (art, datensatz) in (select * from unnest(${arten}::text[], ${ids}::text[]))`;
  const { rows } = await sql`${select} ${only} order by veroeffentlicht_am desc, id`.execute(tx.as());
  return z.array(row).parse(rows).map(antwortOf);
}

/** The published answer of a thread. */
export async function antwortOfThread(tx: Tx, thread: string): Promise<GemeinsameAntwort | null> {
  const { rows } = await sql`${select} and rueckfrage_id = ${thread}::uuid`.execute(tx.as());
  return rows[0] === undefined ? null : antwortOf(row.parse(rows[0]));
}

/** Publishes; `false` where the thread has a published answer already. */
export async function insertAntwort(tx: Tx, antwort: GemeinsameAntwort): Promise<boolean> {
  const { record } = antwort;
  const { numAffectedRows } =
    await sql`insert into discussion.gemeinsame_antwort (tenant_id, id, rueckfrage_id, art, datensatz,
      datensatz_name, frage, antwort, haus, veroeffentlicht_am)
    values (${antwort.tenant}, ${antwort.id}, ${antwort.rueckfrageId}, ${record.art}, ${record.id}, ${record.name},
      ${antwort.frage}, ${antwort.antwort}, ${antwort.haus}, ${antwort.veroeffentlichtAm})
    on conflict do nothing`.execute(tx.as());
  return numAffectedRows === 1n;
}

/** Takes a published answer back; `false` where it is not the organisation's own or is gone already. */
export async function takeAntwortBack(tx: Tx, id: string, am: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`update discussion.gemeinsame_antwort
    set zurueckgenommen_am = ${am}, zurueckgenommen_von = ${tx.actor}
    where id = ${id}::uuid and tenant_id = ${tx.tenant} and zurueckgenommen_am is null`.execute(tx.as());
  return numAffectedRows === 1n;
}

function antwortOf({ art, datensatz, datensatzName, ...rest }: z.output<typeof row>): GemeinsameAntwort {
  return { ...rest, record: { art, id: datensatz, name: datensatzName } };
}
