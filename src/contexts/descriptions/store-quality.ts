import { sql } from 'kysely';
import { z } from 'zod';
import type { LocalDate } from '#kernel';
import { rowsOf, type Tx } from '#platform';
import { keptAbschnitt, visible } from './store-read.ts';

/** The German text of one area about one Leistung, with all its parts, for whoever judges it. */
export interface TextImGebiet {
  readonly id: string;
  readonly leistungId: string;
  readonly name: string;
  readonly abschnitte: readonly { readonly modul: string; readonly inhalt: string }[];
  readonly stand: string | null;
  readonly redaktion: string;
  /** Until when somebody wanted to look at it again; null for texts of feeds. */
  readonly pruefenBis: string | null;
}

const textRow = z.object({
  einlesung: z.int(),
  nr: z.int(),
  id: z.string(),
  leistungId: z.string(),
  name: z.string(),
  abschnitte: z.array(keptAbschnitt),
  stand: z.string().nullable(),
  redaktion: z.string(),
  pruefenBis: z.string().nullable(),
});

const batch = 500;
const begin = { einlesung: 0, nr: 0 };

/** Every German text of exactly this area that holds on a day: own ones first, then those of feeds. */
export async function* eachTextIn(tx: Tx, ars: string, tag: LocalDate): AsyncIterable<TextImGebiet> {
  for (const row of await readOwn(tx, ars)) yield textOf(row);
  for (let after = begin; ; ) {
    const rows = z.array(textRow).parse(
      await rowsOf(
        tx,
        sql`select o.einlesung, o.nr, o.id, o.leistung_id as "leistungId", o.name, o.abschnitte, o.stand, o.redaktion,
            null as "pruefenBis"
          from descriptions.objekt o join descriptions.einlesung e on e.nummer = o.einlesung
          where (o.einlesung, o.nr) > (${after.einlesung}, ${after.nr}) and ${visible} and o.art = 'leistung'
            and o.leistung_id is not null and o.ars @> array[${ars}]
            and (o.gueltig_von is null or o.gueltig_von <= ${tag}::date)
            and (o.gueltig_bis is null or o.gueltig_bis >= ${tag}::date)
          order by o.einlesung, o.nr limit ${batch}`,
      ),
    );
    for (const row of rows) yield textOf(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last;
  }
}

async function readOwn(tx: Tx, ars: string) {
  const rows = await rowsOf(
    tx,
    sql`select 0 as einlesung, 0 as nr, 'eigen.' || ars || '.' || leistung_id as id, leistung_id as "leistungId",
        inhalt ->> 'name' as name, inhalt -> 'abschnitte' as abschnitte, veroeffentlicht_am::date as stand, redaktion,
        pruefen_bis as "pruefenBis"
      from (select distinct on (tenant_id, leistung_id) * from descriptions.text where sprache = 'de' and ars = ${ars}
        order by tenant_id, leistung_id, nummer desc) t
      where inhalt is not null order by leistung_id`,
  );
  return z.array(textRow).parse(rows);
}

function textOf({ einlesung: _, nr: __, abschnitte, ...row }: z.infer<typeof textRow>): TextImGebiet {
  const german = abschnitte.filter(({ sprache, modul }) => sprache.startsWith('de') && modul !== '02');
  return { ...row, abschnitte: german.map(({ modul, inhalt }) => ({ modul, inhalt })) };
}

const linkedRow = z.object({ einlesung: z.int(), nr: z.int(), link: z.string(), text: z.string() });

/** Whatever may hold links: the address of each Onlinedienst, and the text of each description, in batches. */
export async function* eachLinkedText(
  tx: Tx,
): AsyncIterable<{ readonly link: string; readonly text: string }> {
  const own = await rowsOf(
    tx,
    sql`select 0 as einlesung, 0 as nr, '' as link,
        (select string_agg(a ->> 'inhalt', E'\n') from jsonb_array_elements(inhalt -> 'abschnitte') a) as text
      from (select distinct on (tenant_id, leistung_id, sprache) * from descriptions.text
        order by tenant_id, leistung_id, sprache, nummer desc) t
      where inhalt is not null`,
  );
  yield* z.array(linkedRow).parse(own);
  for (let after = begin; ; ) {
    const rows = z.array(linkedRow).parse(
      await rowsOf(
        tx,
        sql`select o.einlesung, o.nr, coalesce(o.daten ->> 'link', '') as link,
            coalesce((select string_agg(a ->> 'inhalt', E'\n') from jsonb_array_elements(o.abschnitte) a), '') as text
          from descriptions.objekt o join descriptions.einlesung e on e.nummer = o.einlesung
          where (o.einlesung, o.nr) > (${after.einlesung}, ${after.nr}) and ${visible}
            and o.art in ('leistung', 'spezialisierung', 'onlinedienst')
          order by o.einlesung, o.nr limit ${batch}`,
      ),
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last;
  }
}
