import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform';

/** How often something was searched on one day, under a keyed hash of its words. */
export interface Suchzahl {
  readonly hash: Buffer;
  readonly tag: string;
  readonly ohneTreffer: number;
  readonly gesucht: number;
  readonly geoeffnet: number;
}

export async function addSuchzahl(
  tx: Tx,
  { hash, tag, ohneTreffer, gesucht, geoeffnet }: Suchzahl,
): Promise<void> {
  await sql`insert into finder.suchzahl as s (hash, tag, ohne_treffer, gesucht, geoeffnet)
    values (${hash}, ${tag}, ${ohneTreffer}, ${gesucht}, ${geoeffnet})
    on conflict (hash, tag) do update set ohne_treffer = s.ohne_treffer + excluded.ohne_treffer,
      gesucht = s.gesucht + excluded.gesucht, geoeffnet = s.geoeffnet + excluded.geoeffnet`.execute(tx.as());
}

/** Keeps the words themselves once they were searched on `days` different days. */
export async function keepWoerter(
  tx: Tx,
  hash: Buffer,
  woerter: string,
  tag: string,
  days: number,
): Promise<void> {
  await sql`insert into finder.suchwort (hash, woerter, zuletzt)
    select ${hash}, ${woerter}, ${tag} where (select count(*) from finder.suchzahl where hash = ${hash}) >= ${days}
    on conflict (hash) do update set zuletzt = excluded.zuletzt`.execute(tx.as());
}

/** Forgets days before `zahlen`, and words that nobody has searched since `woerter`. */
export async function forgetBefore(tx: Tx, zahlen: string, woerter: string): Promise<void> {
  await sql`delete from finder.suchzahl where tag < ${zahlen}`.execute(tx.as());
  await sql`delete from finder.suchwort where zuletzt < ${woerter}`.execute(tx.as());
}

const suchwortRow = z.object({
  woerter: z.string(),
  zuletzt: z.string(),
  tage: z.coerce.number(),
  gesucht: z.coerce.number(),
  ohneTreffer: z.coerce.number(),
  geoeffnet: z.coerce.number(),
});

/** Words that many searched, with how often nothing was found and how often a hit was opened. */
export type Suchwort = z.infer<typeof suchwortRow>;

export async function readSuchworte(tx: Tx): Promise<readonly Suchwort[]> {
  const { rows } =
    await sql`select w.woerter, w.zuletzt::text as zuletzt, count(*) as tage, sum(z.gesucht) as gesucht,
      sum(z.ohne_treffer) as "ohneTreffer", sum(z.geoeffnet) as geoeffnet
    from finder.suchwort w join finder.suchzahl z using (hash)
    group by w.hash, w.woerter, w.zuletzt
    order by sum(z.ohne_treffer) desc, sum(z.gesucht) - sum(z.geoeffnet) desc, w.woerter`.execute(tx.as());
  return z.array(suchwortRow).parse(rows);
}
