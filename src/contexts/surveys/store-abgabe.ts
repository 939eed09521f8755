import { sql } from 'kysely';
import { change, rowsOf, type Tx } from '#platform';
import type { AbgabeArt, AbgabeZustand, Teilnahme } from './domain/abgabe.ts';

const columns = sql`t.tenant_id as tenant, t.ags, t.zustand, t.gefragt, t.beantwortet, t.spaet, t.zuletzt,
  t.freigegeben_am as "freigegebenAm"`;

/** How far the Kommunen are that the transaction may see. */
export function readTeilnahmen(tx: Tx, umfrageId: string): Promise<readonly Teilnahme[]> {
  return rowsOf(
    tx,
    sql<Teilnahme>`select ${columns} from surveys.teilnahme t where t.umfrage_id = ${umfrageId} order by t.ags`,
  );
}

/** How far the own Kommune is with each survey. */
export function readEigeneTeilnahmen(
  tx: Tx,
): Promise<readonly (Teilnahme & { readonly umfrageId: string })[]> {
  return rowsOf(
    tx,
    sql<
      Teilnahme & { umfrageId: string }
    >`select t.umfrage_id as "umfrageId", ${columns} from surveys.teilnahme t
      where t.tenant_id = (select platform.tenant())`,
  );
}

/** The own part in a survey, or `null` before anybody answered; `lock` holds it until the transaction ends. */
export async function readEigeneTeilnahme(
  tx: Tx,
  umfrageId: string,
  lock = false,
): Promise<Teilnahme | null> {
  const [row] = await rowsOf(
    tx,
    sql<Teilnahme>`select ${columns} from surveys.teilnahme t
      where t.tenant_id = (select platform.tenant()) and t.umfrage_id = ${umfrageId} ${lock ? sql`for update` : sql``}`,
  );
  return row ?? null;
}

/** Notes that answers came in: `neue` of them to Leistungen without one before. */
export async function noteAntworten(
  tx: Tx,
  umfrageId: string,
  { ags, gefragt, neue, zustand, am }: NotedAnswers,
): Promise<void> {
  await change(
    tx,
    sql`insert into surveys.teilnahme as t (tenant_id, umfrage_id, ags, zustand, gefragt, beantwortet, zuletzt)
      values (platform.tenant(), ${umfrageId}, ${ags}, ${zustand}, ${gefragt}, ${neue}, ${am})
      on conflict (tenant_id, umfrage_id) do update
        set beantwortet = t.beantwortet + ${neue}, zuletzt = excluded.zuletzt, zustand = excluded.zustand,
          gefragt = excluded.gefragt`,
  );
}

export interface NotedAnswers {
  readonly ags: string;
  readonly gefragt: number;
  readonly neue: number;
  readonly zustand: AbgabeZustand;
  readonly am: Date;
}

/** Notes another state of the own answers. */
export async function updateZustand(
  tx: Tx,
  umfrageId: string,
  zustand: AbgabeZustand,
  frei: { readonly am: Date; readonly spaet: boolean } | null = null,
): Promise<void> {
  const released = frei ? sql`, freigegeben_am = ${frei.am}, spaet = ${frei.spaet}` : sql``;
  await change(
    tx,
    sql`update surveys.teilnahme set zustand = ${zustand} ${released}
      where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId}`,
  );
}

/** What happened to the answers of the own Kommune. */
export interface Abgabeschritt {
  readonly nummer: number;
  readonly art: AbgabeArt;
  readonly grund: string | null;
  readonly am: Date;
  readonly gegangenVon: string;
}

export async function insertAbgabe(
  tx: Tx,
  umfrageId: string,
  { art, grund, am }: Pick<Abgabeschritt, 'art' | 'grund' | 'am'>,
): Promise<void> {
  await change(
    tx,
    sql`insert into surveys.abgabe (tenant_id, umfrage_id, nummer, art, grund, am)
      select platform.tenant(), ${umfrageId}::uuid, 1 + coalesce(max(nummer), 0), ${art}, ${grund}, ${am}::timestamptz
      from surveys.abgabe where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId}
      on conflict do nothing`,
  );
}

export function readAbgaben(tx: Tx, umfrageId: string): Promise<readonly Abgabeschritt[]> {
  return rowsOf(
    tx,
    sql<Abgabeschritt>`select nummer, art, grund, am, gegangen_von as "gegangenVon" from surveys.abgabe
      where tenant_id = (select platform.tenant()) and umfrage_id = ${umfrageId} order by nummer`,
  );
}
