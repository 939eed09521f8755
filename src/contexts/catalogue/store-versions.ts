import { sql } from 'kysely';
import { z } from 'zod';
import { localDate } from '#kernel';
import type { Tx } from '#platform';
import type { KeyHistory } from './domain/fruehere-namen.ts';
import { type Nachfolge, nachfolgeArten } from './domain/nachfolge.ts';
import type { LeistungFacts } from './domain/table-import/raw-leistung.ts';
import { leistungRow } from './reference-files.ts';

/** One thing that a Fassung said of a Leistung. */
export interface LeistungHistory {
  readonly fassung: number;
  readonly entfallen: boolean;
  readonly facts: LeistungFacts;
}

const historyRow = z.object({ fassung: z.int(), entfallen: z.boolean(), facts: leistungRow });

/** What every Fassung said of every Leistung, or of one, oldest first; those that were taken back too. */
export async function readLeistungHistory(
  tx: Tx,
  id: string | null = null,
): Promise<readonly LeistungHistory[]> {
  const { rows } =
    await sql`select fassung, entfallen, jsonb_build_object('id', id, 'leika', leika, 'name', name,
      'ozgId', ozg_id, 'typ', typ, 'leistungstyp', leistungstyp, 'sdg1', sdg1, 'sdg2', sdg2, 'gesetze', gesetze,
      'rechtsgrundlagen', rechtsgrundlagen) as facts
    from catalogue.leistung where ${id}::text is null or id = ${id} order by fassung, id`.execute(tx.as());
  return z.array(historyRow).parse(rows);
}

const keyRow = z.object({ id: z.string(), leika: leistungRow.shape.leika, fassung: z.int() });

/** The keys that every Fassung gave, oldest first: of the Leistungen whose key changed, or that were split or merged. */
export async function readKeyHistory(tx: Tx): Promise<readonly KeyHistory[]> {
  const { rows } = await sql`select id, leika, fassung from catalogue.leistung where not entfallen and id in (
      select id from catalogue.leistung where not entfallen group by id having count(distinct coalesce(leika, '')) > 1
      union select von from catalogue.nachfolge union select nach from catalogue.nachfolge)
    order by fassung, id`.execute(tx.as());
  return z.array(keyRow).parse(rows);
}

const nachfolgeRow = z.object({
  von: z.string(),
  nach: z.string(),
  art: z.enum(nachfolgeArten),
  fassung: z.int(),
  seit: z.string().transform(localDate),
  gilt: z.boolean(),
});

/** Every split and merge that any Fassung said, oldest first; those of `counting` hold. */
export async function readNachfolgen(tx: Tx, counting: readonly number[]): Promise<readonly Nachfolge[]> {
  const { rows } = await sql`select von, nach, art, n.fassung, f.stand as seit,
      n.fassung = any(${counting}::int[]) as gilt
    from catalogue.nachfolge n join catalogue.fassung f on f.nummer = n.fassung
    order by n.fassung, von, nach`.execute(tx.as());
  return z.array(nachfolgeRow).parse(rows);
}

export async function insertNachfolgen(
  tx: Tx,
  fassung: number,
  nachfolgen: readonly Pick<Nachfolge, 'von' | 'nach' | 'art'>[],
): Promise<void> {
  if (nachfolgen.length === 0) return;
  const rows = nachfolgen.map(({ von, nach, art }) => ({ von, nach, art, fassung }));
  await sql`insert into catalogue.nachfolge (von, nach, fassung, art)
    select von, nach, fassung, art
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(von text, nach text, fassung int, art text)`.execute(
    tx.as(),
  );
}

export async function insertRuecknahme(tx: Tx, fassung: number, grund: string): Promise<void> {
  await sql`insert into catalogue.ruecknahme (fassung, grund) values (${fassung}, ${grund})`.execute(tx.as());
}

/** Imports and withdrawals wait for each other. */
export async function lockImports(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('catalogue.import'))`.execute(tx.as());
}
