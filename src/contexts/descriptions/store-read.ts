import { sql } from 'kysely';
import { z } from 'zod';
import { type LocalDate, localDate } from '#kernel';
import { rowsOf, type Tx } from '#platform';
import type { Beschreibung } from './domain/beschreibung.ts';
import { ebenen, ebeneOf } from './domain/gebiet.ts';
import { texts } from './store-texts.ts';

const day = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : localDate(text)));

/** A part as it is kept, in its language. */
export const keptAbschnitt = z.object({ modul: z.string(), sprache: z.string(), inhalt: z.string() });
export type KeptAbschnitt = z.infer<typeof keptAbschnitt>;

const beschreibungRow = z.object({
  id: z.string(),
  leistungId: z.string().nullable(),
  leika: z.string().nullable(),
  ars: z.string(),
  ebene: z.enum(ebenen).nullable(),
  name: z.string(),
  abschnitte: z.array(keptAbschnitt),
  suchbegriffe: z.array(z.string()),
  stand: day,
  redaktion: z.string(),
  quelle: z.string(),
  gueltigVon: day,
  gueltigBis: day,
});

/** Where rows of readings are visible: in an active reading, and not replaced by a later one. */
export const visible = sql`e.zustand = 'aktiv' and o.abgeloest_durch is null and not o.geloescht`;

/** What is asked: a Leistung, the areas from the most special on, a day and a language. */
export interface AskBeschreibung {
  readonly leistungId: string;
  readonly kette: readonly string[];
  readonly tag: LocalDate;
  readonly sprache: string;
}

/** What every level says of a Leistung on a day, the most special first; own texts stand before feeds of their level. */
export async function readBeschreibungen(tx: Tx, ask: AskBeschreibung): Promise<readonly Beschreibung[]> {
  const { leistungId, kette, tag } = ask;
  const rows = await rowsOf(
    tx,
    sql`with vom_feed as (
        select o.*, b.ars as gebiet, e.quelle as feed from descriptions.bezug b
        join descriptions.objekt o on o.einlesung = b.einlesung and o.nr = b.nr
        join descriptions.einlesung e on e.nummer = b.einlesung
        where b.schluessel = ${leistungId} and b.ars = any(${texts(kette)}) and ${visible} and o.art = 'leistung'),
      besonders as (
        select o.*, b.ars as gebiet, e.quelle as feed from descriptions.bezug b
        join descriptions.objekt o on o.einlesung = b.einlesung and o.nr = b.nr
        join descriptions.einlesung e on e.nummer = b.einlesung
        where b.schluessel in (select id from vom_feed) and b.ars = any(${texts(kette)}) and ${visible}
          and o.art = 'spezialisierung'),
      gelesen as (select *, 2 as rang from vom_feed union all select *, 1 as rang from besonders),
      eigen as (
        select distinct on (t.tenant_id, t.ars, t.sprache) t.* from descriptions.text t
        where t.leistung_id = ${leistungId} and t.ars = any(${texts(kette)})
        order by t.tenant_id, t.ars, t.sprache, t.nummer desc)
      select g.id, ${leistungId}::text as "leistungId", g.leika, g.gebiet as ars, null as ebene, g.name, g.abschnitte,
        g.suchbegriffe, g.stand, g.redaktion, q.name as quelle, g.gueltig_von as "gueltigVon",
        g.gueltig_bis as "gueltigBis", array_position(${texts(kette)}, g.gebiet) as stufe, g.rang
      from gelesen g join descriptions.quelle q on q.id = g.feed
      union all
      select 'eigen.' || t.ars || '.' || t.leistung_id, t.leistung_id, null, t.ars, t.ebene, t.inhalt ->> 'name',
        t.inhalt -> 'abschnitte', array(select jsonb_array_elements_text(t.inhalt -> 'suchbegriffe')),
        t.veroeffentlicht_am::date, t.redaktion, 'Eigener Text', null, null,
        array_position(${texts(kette)}, t.ars), 0
      from eigen t where t.inhalt is not null
      order by stufe, rang, stand desc nulls last, id`,
  );
  return rows
    .map((row) => inSprache(beschreibungRow.parse(row), ask.sprache))
    .filter(
      ({ gueltigVon, gueltigBis }) =>
        (gueltigVon === null || gueltigVon <= tag) && (gueltigBis === null || tag <= gueltigBis),
    );
}

type Row = z.infer<typeof beschreibungRow>;

/** A description in one language: the one that was asked for where it has any text, else German. */
function inSprache({ abschnitte, stand, ebene, ...row }: Row, wanted: string): Beschreibung {
  const has = (sprache: string) => abschnitte.some((each) => each.sprache === sprache);
  const sprache = has(wanted) ? wanted : has('de') ? 'de' : (abschnitte[0]?.sprache ?? 'de');
  const own = abschnitte.filter((each) => each.sprache === sprache);
  const name = own.find(({ modul }) => modul === '02')?.inhalt ?? row.name;
  return {
    ...row,
    name,
    sprache,
    ebene: ebene ?? ebeneOf(row.ars),
    abschnitte: own.filter(({ modul }) => modul !== '02').map(({ modul, inhalt }) => ({ modul, inhalt })),
    stand: stand ?? localDate('1900-01-01'),
  };
}

/** Changes whenever what readers see changed. */
export async function descriptionsVersion(tx: Tx): Promise<string> {
  return String(await descriptionsCounter(tx));
}

/** The same as a number that grows, for readers that hold a snapshot. */
export async function descriptionsCounter(tx: Tx): Promise<number> {
  const [row] = await rowsOf(
    tx,
    sql<{ zahl: number }>`select coalesce(max(nummer), 0)::int as zahl from descriptions.wechsel`,
  );
  return row?.zahl ?? 0;
}
