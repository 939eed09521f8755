import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { LocalDate } from '#kernel';
import type { Tx } from '#platform';
import { dienstDaten, stelleDaten } from './store-dienste.ts';
import { eachLinkedText, eachTextIn } from './store-quality.ts';
import { visible } from './store-read.ts';
import { rowsOf, texts } from './store-rows.ts';

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
async function readTextKurz(
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
async function readTextOrte(
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

/** As `visible`. The sum keeps the planner from reading every row of a reading before it looks at areas. */
const visibleByArea = sql`o.einlesung + 0 = any(array(select nummer from descriptions.einlesung where zustand = 'aktiv'))
  and o.abgeloest_durch is null and not o.geloescht`;

/** An object of a feed that holds in areas: an Onlinedienst or an Organisationseinheit. */
interface AreaAsk {
  /** Areas of which one must be the object's; null for the whole country with all that lies in it. */
  readonly kette: readonly string[] | null;
  readonly tag: LocalDate;
  /** The id after which the page begins. */
  readonly after: string;
  readonly limit: number;
}

const objektRow = z.object({
  id: z.string(),
  name: z.string(),
  ars: z.array(z.string()),
  daten: z.unknown(),
});

async function objekteIn(
  tx: Tx,
  art: 'onlinedienst' | 'organisationseinheit',
  { kette, tag, after, limit }: AreaAsk,
) {
  const rows = await rowsOf(
    tx,
    sql`select distinct on (o.id) o.id, o.name, o.ars, o.daten from descriptions.objekt o
      where o.art = ${sql.lit(art)} and o.id > ${after} and ${visibleByArea} and ${valid(tag)} and ${inAreas(kette)}
      order by o.id, o.einlesung desc, o.nr desc limit ${limit}`,
  );
  return z.array(objektRow).parse(rows);
}

function inAreas(kette: readonly string[] | null): RawBuilder<unknown> {
  return kette === null ? sql`true` : sql`o.ars && ${texts(kette)}`;
}

function valid(tag: LocalDate): RawBuilder<unknown> {
  return sql`(o.gueltig_von is null or o.gueltig_von <= ${tag}::date)
    and (o.gueltig_bis is null or o.gueltig_bis >= ${tag}::date)`;
}

/** An Onlinedienst of a feed with the Leistungen as the feed names them. */
interface DienstImGebiet {
  readonly id: string;
  readonly name: string;
  readonly ars: readonly string[];
  readonly link: string;
  readonly leistungen: readonly string[];
  readonly vertrauensniveau: string | null;
}

/** The Onlinedienste of feeds in some areas, by id; those without a link that may be followed are left out. */
async function readDiensteIn(tx: Tx, ask: AreaAsk): Promise<readonly DienstImGebiet[]> {
  const rows = await objekteIn(tx, 'onlinedienst', ask);
  return rows.map(({ id, name, ars, daten }) => {
    const { link, leistungen, vertrauensniveau } = dienstDaten.parse(daten);
    return { id, name, ars, link, leistungen, vertrauensniveau };
  });
}

/** How many there are. */
async function countDiensteIn(tx: Tx, { kette, tag }: Pick<AreaAsk, 'kette' | 'tag'>): Promise<number> {
  const [row] = await rowsOf(
    tx,
    sql<{ zahl: number }>`select count(distinct o.id)::int as zahl from descriptions.objekt o
      where o.art = 'onlinedienst' and ${visibleByArea} and ${valid(tag)} and ${inAreas(kette)}`,
  );
  return row?.zahl ?? 0;
}

/** An Organisationseinheit of a feed with what it is competent for, as the feed names it. */
export interface StelleImGebiet {
  readonly id: string;
  readonly name: string;
  readonly ars: readonly string[];
  readonly anschrift: string | null;
  readonly telefon: string | null;
  readonly email: string | null;
  readonly oeffnungszeiten: string | null;
  readonly zustaendig: readonly {
    readonly leistung: string;
    readonly gebiete: readonly string[];
    readonly rolle: '01' | '02';
  }[];
}

/** The Organisationseinheiten of feeds in some areas, by id. */
async function readStellenIn(tx: Tx, ask: AreaAsk): Promise<readonly StelleImGebiet[]> {
  return (await objekteIn(tx, 'organisationseinheit', ask)).map(stelleOf);
}

/** The Organisationseinheiten of feeds with this id or name. */
async function findStellen(tx: Tx, text: string, limit: number): Promise<readonly StelleImGebiet[]> {
  const rows = await rowsOf(
    tx,
    sql`select distinct on (o.id) o.id, o.name, o.ars, o.daten from descriptions.objekt o
      join descriptions.einlesung e on e.nummer = o.einlesung
      where o.art = 'organisationseinheit' and ${visible}
        and (o.id = ${text} or lower(o.name) like ${`${likeable(text.toLowerCase())}%`})
      order by o.id limit ${limit}`,
  );
  return z.array(objektRow).parse(rows).map(stelleOf);
}

function stelleOf({ id, name, ars, daten }: z.infer<typeof objektRow>): StelleImGebiet {
  return { id, name, ars, ...stelleDaten.parse(daten) };
}

function likeable(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('%', '\\%').replaceAll('_', '\\_');
}

/** What holds in areas, whatever the Leistung: for those who publish all of it. */
export const areaDirectory = {
  readTextKurz,
  readTextOrte,
  readDiensteIn,
  countDiensteIn,
  readStellenIn,
  findStellen,
  eachTextIn,
  eachLinkedText,
};
