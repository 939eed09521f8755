import { sql } from 'kysely';
import type { Tx } from '#platform';

/** Keeps how far the person has read each thread; reading an older page takes nothing back. */
export async function keepGelesen(
  tx: Tx,
  person: string,
  threads: readonly { readonly id: string; readonly bis: number }[],
): Promise<void> {
  const ids = threads.map(({ id }) => id);
  const bis = threads.map((thread) => thread.bis);
  await sql`insert into discussion.teilnahme (tenant_id, person, rueckfrage_id, gelesen_bis)
    select ${tx.tenant}, ${person}, * from unnest(${ids}::uuid[], ${bis}::integer[])
    on conflict (tenant_id, person, rueckfrage_id) do update
      set gelesen_bis = greatest(teilnahme.gelesen_bis, excluded.gelesen_bis)`.execute(tx.as());
}

/** Keeps whether the person wants to hear of the thread. */
export async function keepFolgt(tx: Tx, person: string, id: string, folgt: boolean): Promise<void> {
  await sql`insert into discussion.teilnahme (tenant_id, person, rueckfrage_id, folgt)
    values (${tx.tenant}, ${person}, ${id}, ${folgt})
    on conflict (tenant_id, person, rueckfrage_id) do update set folgt = excluded.folgt`.execute(tx.as());
}

/** Whether a mail has told the person of something that they have not read since. */
export async function isGemeldet(tx: Tx, person: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ gemeldet: boolean }>`select gemeldet_bis > gelesen_bis as gemeldet
    from discussion.teilnahme where tenant_id = ${tx.tenant} and person = ${person} and rueckfrage_id = ${id}`.execute(
    tx.as(),
  );
  return rows[0]?.gemeldet ?? false;
}

/** Keeps that a mail has told the person of the thread up to a contribution. */
export async function keepGemeldet(tx: Tx, person: string, id: string, bis: number): Promise<void> {
  await sql`insert into discussion.teilnahme (tenant_id, person, rueckfrage_id, gemeldet_bis)
    values (${tx.tenant}, ${person}, ${id}, ${bis})
    on conflict (tenant_id, person, rueckfrage_id) do update
      set gemeldet_bis = greatest(teilnahme.gemeldet_bis, excluded.gemeldet_bis)`.execute(tx.as());
}
