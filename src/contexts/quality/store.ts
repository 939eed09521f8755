import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform';
import { ergebnisse, type GeprueftesLink } from './domain/link.ts';

const row = z.object({
  link: z.string(),
  ergebnis: z.enum(ergebnisse).nullable(),
  status: z.int().nullable(),
  geprueftAm: z.date().nullable(),
});

const columns = sql`link, ergebnis, status, geprueft_am as "geprueftAm"`;

/** What is known of some links; those that nobody gathered yet are missing. */
export async function readLinks(tx: Tx, links: readonly string[]): Promise<readonly GeprueftesLink[]> {
  const { rows } =
    await sql`select ${columns} from quality.link where link = any(${[...links]}::text[])`.execute(tx.as());
  return z.array(row).parse(rows);
}

/** The links that did not answer as they should. */
export async function readBrokenLinks(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ link: string }>`select link from quality.link
    where ergebnis is not null and ergebnis <> 'erreichbar'`.execute(tx.as());
  return new Set(rows.map(({ link }) => link));
}

/** The links that nobody looked at since `before`, the longest unseen first. */
export async function readDueLinks(tx: Tx, before: Date, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ link: string }>`select link from quality.link
    where geprueft_am is null or geprueft_am < ${before} order by geprueft_am nulls first, link limit ${most}`.execute(
    tx.as(),
  );
  return rows.map(({ link }) => link);
}

/** Keeps what a look gave. */
export async function putLook(tx: Tx, { link, ergebnis, status, geprueftAm }: GeprueftesLink): Promise<void> {
  await sql`update quality.link set ergebnis = ${ergebnis}, status = ${status}, geprueft_am = ${geprueftAm}
    where link = ${link}`.execute(tx.as());
}

/** Up to which change of the descriptions links were gathered; -1 before the first time. */
export async function readGathered(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    wechsel: number;
  }>`select wechsel from quality.abgleich where was = 'links'`.execute(tx.as());
  return rows[0]?.wechsel ?? -1;
}

/** Makes the links those that are given now: new ones come, gone ones go, the others keep what is known of them. */
export async function replaceLinks(tx: Tx, links: readonly string[], wechsel: number): Promise<void> {
  const given = sql`unnest(${[...links]}::text[])`;
  await sql`insert into quality.link (link) select ${given} on conflict do nothing`.execute(tx.as());
  await sql`delete from quality.link where not link = any(${[...links]}::text[])`.execute(tx.as());
  await sql`insert into quality.abgleich (was, wechsel) values ('links', ${wechsel})
    on conflict (was) do update set wechsel = excluded.wechsel, am = now()`.execute(tx.as());
}
