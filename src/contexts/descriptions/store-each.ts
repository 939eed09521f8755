import { sql } from 'kysely';
import { z } from 'zod';
import { rowsOf, type Tx } from '#platform';
import { visible } from './store-read.ts';

/** What a search keeps of a description: one for each of its areas. */
export interface BeschreibungKurz {
  readonly id: string;
  readonly leistungId: string;
  readonly ars: string;
  readonly name: string;
  readonly suchbegriffe: readonly string[];
  /** At most 200 characters. */
  readonly teaser: string;
}

const kurzRow = z.object({
  einlesung: z.int(),
  nr: z.int(),
  id: z.string(),
  leistungId: z.string(),
  ars: z.array(z.string()),
  name: z.string(),
  suchbegriffe: z.array(z.string()),
  teaser: z.string(),
});

const batch = 2_000;

/** Every visible description of a Leistung of the catalogue, read in batches: own texts first, then the feeds. */
export async function* eachBeschreibung(tx: Tx): AsyncIterable<BeschreibungKurz> {
  for (const row of await readOwn(tx)) yield* perGebiet(row);
  for (let after = { einlesung: 0, nr: 0 }; ; ) {
    const rows = await readBatch(tx, after);
    for (const row of rows) yield* perGebiet(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last;
  }
}

async function readBatch(tx: Tx, after: { readonly einlesung: number; readonly nr: number }) {
  const rows = await rowsOf(
    tx,
    sql`select o.einlesung, o.nr, o.id, o.leistung_id as "leistungId", o.ars, o.name, o.suchbegriffe, o.teaser
      from descriptions.objekt o join descriptions.einlesung e on e.nummer = o.einlesung
      where (o.einlesung, o.nr) > (${after.einlesung}, ${after.nr}) and ${visible}
        and o.art = 'leistung' and o.leistung_id is not null
      order by o.einlesung, o.nr limit ${batch}`,
  );
  return z.array(kurzRow).parse(rows);
}

async function readOwn(tx: Tx) {
  const rows = await rowsOf(
    tx,
    sql`select 0 as einlesung, 0 as nr, 'eigen.' || ars || '.' || leistung_id as id, leistung_id as "leistungId",
        array[ars] as ars, inhalt ->> 'name' as name,
        array(select jsonb_array_elements_text(inhalt -> 'suchbegriffe')) as suchbegriffe,
        left(coalesce(inhalt #>> '{abschnitte,0,inhalt}', ''), 200) as teaser
      from (select distinct on (tenant_id, leistung_id, sprache) * from descriptions.text where sprache = 'de'
        order by tenant_id, leistung_id, sprache, nummer desc) t
      where inhalt is not null order by leistung_id, ars`,
  );
  return z.array(kurzRow).parse(rows);
}

function perGebiet({ ars, einlesung: _, nr: __, ...row }: z.infer<typeof kurzRow>): BeschreibungKurz[] {
  return ars.map((each) => ({ ...row, ars: each }));
}
