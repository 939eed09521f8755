import { sql } from 'kysely';
import { z } from 'zod';
import { change, rowsOf, type Tx } from '#platform';
import type { Bilanz, Einlesung } from './domain/einlesung.ts';

/** Writes a batch of objects of a reading in two statements; the lists come as JSON. */
export async function stageObjekte(
  tx: Tx,
  einlesung: number,
  {
    objekte,
    bezuege,
  }: { readonly objekte: Uint8Array<ArrayBuffer>; readonly bezuege: Uint8Array<ArrayBuffer> },
): Promise<void> {
  await change(
    tx,
    sql`insert into descriptions.objekt (einlesung, nr, art, agentur, id, geloescht, pruefsumme, xml, leistung_id, leika,
        name, ars, abschnitte, suchbegriffe, teaser, daten, stand, geaendert_am, redaktion, gueltig_von, gueltig_bis)
      select ${einlesung}, nr, art, agentur, id, geloescht, pruefsumme, xml, "leistungId", leika, name, ars, abschnitte,
        suchbegriffe, teaser, daten, stand, "geaendertAm", redaktion, "gueltigVon", "gueltigBis"
      from json_to_recordset(${Buffer.from(objekte.buffer)}::json) as x(nr int, art text, agentur text, id text,
        geloescht boolean, pruefsumme uuid, xml text, "leistungId" text, leika text, name text, ars text[],
        abschnitte jsonb, suchbegriffe text[], teaser text, daten jsonb, stand date, "geaendertAm" timestamptz,
        redaktion text, "gueltigVon" date, "gueltigBis" date)`,
  );
  await change(
    tx,
    sql`insert into descriptions.bezug (schluessel, ars, einlesung, nr)
      select s, a, ${einlesung}, n from json_to_recordset(${Buffer.from(bezuege.buffer)}::json) as x(s text, a text, n int)
      on conflict do nothing`,
  );
}

const held = (quelle: string) => sql`select o.art, o.agentur, o.id, o.name, o.pruefsumme, o.geaendert_am
  from descriptions.objekt o join descriptions.einlesung e on e.nummer = o.einlesung
  where e.quelle = ${quelle} and e.zustand = 'aktiv' and o.abgeloest_durch is null and not o.geloescht`;

const countRow = z.object({
  bestand: z.int(),
  neu: z.int(),
  geaendert: z.int(),
  gleich: z.int(),
  endet: z.int(),
  aelter: z.int(),
  unbekannt: z.int(),
});

/** Compares what a reading brought with what is held of its source. */
export async function compareWithHeld(
  tx: Tx,
  { nummer, quelle, umfang }: Pick<Einlesung, 'nummer' | 'quelle' | 'umfang'>,
): Promise<Omit<Bilanz, 'grundlage'>> {
  const whole = umfang === 'vollstaendig';
  const [counts] = await rowsOf(
    tx,
    sql`${compared(nummer, quelle, whole)} select count(*) filter (where gab)::int as bestand,
        count(*) filter (where was = 'neu')::int as neu, count(*) filter (where was = 'geaendert')::int as geaendert,
        count(*) filter (where was = 'gleich')::int as gleich, count(*) filter (where was = 'endet')::int as endet,
        count(*) filter (where was = 'aelter')::int as aelter,
        count(*) filter (where was = 'unbekannt')::int as unbekannt
      from verglichen`,
  );
  return { ...countRow.parse(counts), beispiele: await examples(tx, { nummer, quelle }, whole) };
}

/** Both sides matched by kind, agency and id, each with what becomes of it. */
function compared(nummer: number, quelle: string, whole: boolean) {
  return sql`with da as (${held(quelle)}),
    neu as (select art, agentur, id, name, pruefsumme, geaendert_am, geloescht from descriptions.objekt
      where einlesung = ${nummer}),
    verglichen as (
      select coalesce(nullif(neu.name, ''), da.name, neu.id) as name, da.id is not null as gab, case
        when neu.id is null then ${whole ? 'endet' : 'bleibt'}
        when neu.geloescht then case when da.id is null then 'unbekannt' else 'endet' end
        when da.id is null then 'neu'
        when da.pruefsumme = neu.pruefsumme then 'gleich'
        when not ${whole} and neu.geaendert_am < da.geaendert_am then 'aelter'
        else 'geaendert' end as was
      from neu full join da on da.art = neu.art and da.agentur = neu.agentur and da.id = neu.id)`;
}

async function examples(
  tx: Tx,
  { nummer, quelle }: Pick<Einlesung, 'nummer' | 'quelle'>,
  whole: boolean,
): Promise<Bilanz['beispiele']> {
  const rows = await rowsOf(
    tx,
    sql<{ was: string; name: string }>`${compared(nummer, quelle, whole)} select was, name from (
        select was, left(name, 200) as name, row_number() over (partition by was order by name) as rang from verglichen
        where was in ('neu', 'geaendert', 'endet')) x where rang <= 20 order by was, name`,
  );
  const of = (was: string) => rows.filter((row) => row.was === was).map(({ name }) => name);
  return { neu: of('neu'), geaendert: of('geaendert'), endet: of('endet') };
}

/** A whole feed takes the place of everything that is active of its source. */
export async function replaceAll(tx: Tx, quelle: string): Promise<void> {
  await change(
    tx,
    sql`update descriptions.einlesung set zustand = 'abgeloest', entschieden_am = now()
      where quelle = ${quelle} and zustand = 'aktiv'`,
  );
}

/** The objects of a feed of changes take the place of those that are held; an older one than is held does not. */
export async function replaceChanged(
  tx: Tx,
  { nummer, quelle }: Pick<Einlesung, 'nummer' | 'quelle'>,
): Promise<void> {
  await change(
    tx,
    sql`update descriptions.objekt n set abgeloest_durch = ${nummer}
      from descriptions.objekt o, descriptions.einlesung e
      where n.einlesung = ${nummer} and not n.geloescht and e.nummer = o.einlesung and e.quelle = ${quelle}
        and e.zustand = 'aktiv' and o.abgeloest_durch is null and not o.geloescht and o.art = n.art
        and o.agentur = n.agentur and o.id = n.id and n.geaendert_am < o.geaendert_am`,
  );
  await change(
    tx,
    sql`update descriptions.objekt o set abgeloest_durch = ${nummer}
      from descriptions.objekt n, descriptions.einlesung e
      where n.einlesung = ${nummer} and n.abgeloest_durch is null and e.nummer = o.einlesung and e.quelle = ${quelle}
        and e.zustand = 'aktiv' and o.abgeloest_durch is null and o.art = n.art and o.agentur = n.agentur and o.id = n.id`,
  );
}

/** How many objects a reading would write. */
export async function countWritten(tx: Tx, nummer: number): Promise<number> {
  const [row] = await rowsOf(
    tx,
    sql<{ zahl: number }>`select count(*)::int as zahl from descriptions.objekt
      where einlesung = ${nummer} and not geloescht`,
  );
  return row?.zahl ?? 0;
}

/** Forgets a part of what nobody reads any more; how many objects went. */
export async function forgetObjekte(tx: Tx, before: Date, most: number): Promise<number> {
  const over = sql`select nummer from descriptions.einlesung
    where zustand in ('abgeloest', 'abgelehnt', 'verworfen') and entschieden_am < ${before}`;
  await change(
    tx,
    sql`delete from descriptions.bezug where ctid = any(array(
      select ctid from descriptions.bezug where einlesung in (${over}) limit ${most}))`,
  );
  return change(
    tx,
    sql`delete from descriptions.objekt where ctid = any(array(
      select ctid from descriptions.objekt where einlesung in (${over}) limit ${most}))`,
  );
}
