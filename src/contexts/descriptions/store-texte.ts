import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { LocalDate } from '#kernel';
import { rowsOf, type Tx } from '#platform';
import { visible } from './store-read.ts';
import { texts } from './store-texts.ts';

/** A description as a list names it. */
interface TextKurz {
  readonly id: string;
  readonly leistungId: string;
  /** The one of its areas that was asked for. */
  readonly ars: string;
  readonly name: string;
  readonly teaser: string;
  readonly stand: string | null;
  readonly redaktion: string;
}

const kurzRow = z.object({
  id: z.string(),
  leistungId: z.string(),
  ars: z.string(),
  name: z.string(),
  teaser: z.string(),
  stand: z.string().nullable(),
  redaktion: z.string(),
});

/** The descriptions of Leistungen in some areas on a day, the most special area first, own texts before feeds. */
export async function readTextKurz(
  tx: Tx,
  {
    leistungIds,
    kette,
    tag,
  }: { readonly leistungIds: readonly string[]; readonly kette: readonly string[]; readonly tag: LocalDate },
): Promise<readonly TextKurz[]> {
  const rows = await rowsOf(
    tx,
    sql`select id, "leistungId", ars, name, teaser, stand, redaktion from (
        select o.id, b.schluessel as "leistungId", b.ars, o.name, o.teaser, o.stand, o.redaktion,
          array_position(${texts(kette)}, b.ars) as stufe, 1 as rang
        from descriptions.bezug b join descriptions.objekt o on o.einlesung = b.einlesung and o.nr = b.nr
          join descriptions.einlesung e on e.nummer = o.einlesung
        where b.schluessel = any(${texts(leistungIds)}) and b.ars = any(${texts(kette)}) and ${visible}
          and o.art = 'leistung' and ${valid(tag)}
        union all
        select 'eigen.' || ars || '.' || leistung_id, leistung_id, ars, inhalt ->> 'name',
          left(coalesce(inhalt #>> '{abschnitte,0,inhalt}', ''), 200), veroeffentlicht_am::date, redaktion,
          array_position(${texts(kette)}, ars), 0
        from (select distinct on (tenant_id, leistung_id) * from descriptions.text
          where sprache = 'de' and leistung_id = any(${texts(leistungIds)}) and ars = any(${texts(kette)})
          order by tenant_id, leistung_id, nummer desc) t
        where inhalt is not null) alle
      order by stufe, rang, stand desc nulls last, id`,
  );
  return z.array(kurzRow).parse(rows);
}

/** For which Leistung and areas a description holds; null where it is none that everybody sees. */
export async function readTextOrte(
  tx: Tx,
  id: string,
): Promise<{ readonly leistungId: string; readonly ars: readonly string[] } | null> {
  const own = /^eigen\.(\d{12})\.(L\d{5})$/.exec(id);
  if (own) return { leistungId: own[2] ?? '', ars: [own[1] ?? ''] };
  const rows = await rowsOf(
    tx,
    sql`select o.leistung_id as "leistungId", o.ars from descriptions.objekt o
      join descriptions.einlesung e on e.nummer = o.einlesung
      where o.id = ${id} and o.art = 'leistung' and o.leistung_id is not null and ${visible} limit 1`,
  );
  const schema = z.object({ leistungId: z.string(), ars: z.array(z.string()) });
  return z.array(schema).parse(rows)[0] ?? null;
}

/** Whether an object holds on a day. */
export function valid(tag: LocalDate): RawBuilder<unknown> {
  return sql`(o.gueltig_von is null or o.gueltig_von <= ${tag}::date)
    and (o.gueltig_bis is null or o.gueltig_bis >= ${tag}::date)`;
}
