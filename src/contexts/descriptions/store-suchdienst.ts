import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { LocalDate } from '#kernel';
import { rowsOf, type Tx } from '#platform';
import { dienstDaten, stelleDaten } from './store-dienste.ts';
import { eachLinkedText, eachTextIn } from './store-quality.ts';
import { readTextKurz, readTextOrte, valid } from './store-texte.ts';
import { texts } from './store-texts.ts';

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
      where o.art = 'organisationseinheit' and ${visibleByArea}
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
