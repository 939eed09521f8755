import { sql } from 'kysely';
import { change, rowOf, rowsOf, type Tx } from '#platform';
import type { BeschlussZustand, Ergebnis, Gewichtung, Stimme } from '../domain/abstimmung.ts';

export interface Ziel {
  readonly art: string;
  readonly id: string;
  readonly name: string;
  readonly href: string;
}

export interface Beschluss {
  readonly id: string;
  readonly providerId: string;
  readonly sitzungId: string;
  readonly punktId: string | null;
  readonly nummer: number;
  readonly titel: string;
  readonly text: string;
  readonly gewichtung: Gewichtung;
  readonly zustand: BeschlussZustand;
  readonly ergebnis: Ergebnis | null;
  readonly grund: string;
  readonly entschiedenAm: Date | null;
}

const columns = sql`b.id, b.provider_id as "providerId", b.sitzung_id as "sitzungId", b.punkt_id as "punktId", b.nummer,
  b.titel, b.text, b.gewichtung, b.zustand, b.ergebnis, b.grund, b.entschieden_am as "entschiedenAm"`;

/** Decisions with the day of their session, newest session first, of all sessions or one. */
export function readBeschluesse(tx: Tx, sitzungId?: string): Promise<readonly Beschluss[]> {
  const of = sitzungId === undefined ? sql`true` : sql`b.sitzung_id = ${sitzungId}::uuid`;
  return rowsOf(
    tx,
    sql<Beschluss>`select ${columns} from workgroup.beschluss b join workgroup.sitzung s on s.id = b.sitzung_id
      where ${of} and (s.zustand <> 'entwurf' or s.tenant_id = (select platform.tenant()))
      order by s.tag desc, b.nummer`,
  );
}

export function readBeschluss(tx: Tx, id: string): Promise<Beschluss | null> {
  return rowOf(tx, sql<Beschluss>`select ${columns} from workgroup.beschluss b where b.id = ${id}::uuid`);
}

/** Locks the votes of one decision until the transaction ends, so that none is cast while they are counted. */
export async function lockBeschluss(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`workgroup.beschluss ${id}`}, 0))`.execute(
    tx.as(),
  );
}

export async function insertBeschluss(
  tx: Tx,
  beschluss: Pick<Beschluss, 'id' | 'sitzungId' | 'punktId' | 'titel' | 'text' | 'gewichtung'>,
  now: Date,
): Promise<void> {
  const { id, sitzungId, punktId, titel, text, gewichtung } = beschluss;
  await change(
    tx,
    sql`insert into workgroup.beschluss (tenant_id, provider_id, id, sitzung_id, punkt_id, nummer, titel, text,
        gewichtung, zustand, angelegt_am)
      select platform.tenant(), platform.tenant(), ${id}, ${sitzungId}, ${punktId}, coalesce(max(nummer), 0) + 1, ${titel},
        ${text}, ${gewichtung}, 'vorgeschlagen', ${now} from workgroup.beschluss where sitzung_id = ${sitzungId}`,
  );
}

export async function insertZiel(tx: Tx, beschlussId: string, { art, id, name, href }: Ziel): Promise<void> {
  await change(
    tx,
    sql`insert into workgroup.beschluss_ziel (tenant_id, provider_id, beschluss_id, art, datensatz, name, href)
      values (platform.tenant(), platform.tenant(), ${beschlussId}, ${art}, ${id}, ${name}, ${href}) on conflict do nothing`,
  );
}

/** What decisions concern, by decision. */
export async function readZiele(tx: Tx): Promise<ReadonlyMap<string, readonly Ziel[]>> {
  const rows = await rowsOf(
    tx,
    sql<Ziel & { beschluss: string }>`select beschluss_id as beschluss, art, datensatz as id, name, href
      from workgroup.beschluss_ziel order by beschluss_id, art, name`,
  );
  return Map.groupBy(rows, ({ beschluss }) => beschluss);
}

/** The decisions that concern one of these records, newest first. */
export function beschluesseZu(
  tx: Tx,
  records: readonly { readonly art: string; readonly id: string }[],
): Promise<readonly Beschluss[]> {
  const arten = records.map(({ art }) => art);
  const ids = records.map(({ id }) => id);
  return rowsOf(
    tx,
    sql<Beschluss>`select distinct ${columns} from workgroup.beschluss_ziel z
      join workgroup.beschluss b on b.id = z.beschluss_id and b.zustand in ('angenommen', 'abgelehnt')
      where (z.art, z.datensatz) in (select * from unnest(${arten}::text[], ${ids}::text[]))
      order by "entschiedenAm" desc, b.nummer`,
  );
}

export async function decideBeschluss(
  tx: Tx,
  { id, zustand, ergebnis, grund, entschiedenAm }: Beschluss,
): Promise<void> {
  await change(
    tx,
    sql`update workgroup.beschluss set zustand = ${zustand}, grund = ${grund}, entschieden_am = ${entschiedenAm},
        ergebnis = ${ergebnis === null ? null : JSON.stringify(ergebnis)}::jsonb where id = ${id}`,
  );
}

export function readStimmen(tx: Tx, beschlussId: string): Promise<readonly Stimme[]> {
  return rowsOf(
    tx,
    sql<Stimme>`select stimmrecht, haus, ags, wahl from workgroup.stimme
      where beschluss_id = ${beschlussId}::uuid order by haus, stimmrecht`,
  );
}

/** Casts a vote; who votes again changes theirs. */
export async function putStimme(
  tx: Tx,
  { id, providerId }: Pick<Beschluss, 'id' | 'providerId'>,
  { stimmrecht, haus, ags, wahl }: Stimme,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`insert into workgroup.stimme (tenant_id, provider_id, beschluss_id, stimmrecht, haus, ags, wahl, am)
      values (platform.tenant(), ${providerId}, ${id}, ${stimmrecht}, ${haus}, ${ags}, ${wahl}, ${now})
      on conflict (tenant_id, beschluss_id, stimmrecht) do update set wahl = excluded.wahl, am = excluded.am`,
  );
}
