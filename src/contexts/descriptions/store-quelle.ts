import { sql } from 'kysely';
import { change, rowsOf, type Tx } from '#platform';
import type { Quelle } from './domain/einlesung.ts';

/** All sources, by name. */
export function readQuellen(tx: Tx): Promise<readonly Quelle[]> {
  return rowsOf(tx, sql<Quelle>`select id, name, ars from descriptions.quelle order by name, id`);
}

export async function readQuelle(tx: Tx, id: string): Promise<Quelle | null> {
  const [row] = await rowsOf(tx, sql<Quelle>`select id, name, ars from descriptions.quelle where id = ${id}`);
  return row ?? null;
}

/** Makes a source or changes its name and area. */
export async function writeQuelle(tx: Tx, { id, name, ars }: Quelle): Promise<void> {
  await change(
    tx,
    sql`insert into descriptions.quelle (id, name, ars) values (${id}, ${name}, ${ars})
      on conflict (id) do update set name = excluded.name, ars = excluded.ars`,
  );
}

/** The number of the last reading of a source that became active; 0 before the first. */
export async function lastActive(tx: Tx, quelle: string): Promise<number> {
  const [row] = await rowsOf(
    tx,
    sql<{ nummer: number }>`select coalesce(max(nummer), 0)::int as nummer from descriptions.einlesung
      where quelle = ${quelle} and zustand = 'aktiv'`,
  );
  return row?.nummer ?? 0;
}

/** One change of a source at a time, so that what was counted still holds when it is taken over. */
export async function lockQuelle(tx: Tx, quelle: string): Promise<void> {
  await rowsOf(tx, sql`select pg_advisory_xact_lock(hashtext(${`descriptions.quelle ${quelle}`}))`);
}

/** Tells readers that hold a snapshot that something changed. */
export async function noteWechsel(tx: Tx, was: string): Promise<void> {
  await change(tx, sql`insert into descriptions.wechsel (was) values (${was})`);
}
