import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Freigabe, Freigabetext } from './domain/freigabe.ts';
import type { LiveDienst } from './domain/live-dienst.ts';

const liveColumns = sql`tenant_id as tenant, dienst, ags, kommune, fassung, titel, leika, seit, stellen,
  ausgesetzt_grund as "ausgesetztGrund"`;

/**
 * What is live, or suspended with a reason, in every Kommune; each row with a mark that is another one after every change of
 * its Anbindung, parameters included.
 */
export function readAllLive(tx: Tx): Promise<readonly (LiveDienst & { readonly marke: string })[]> {
  return rowsOf(
    tx,
    sql<LiveDienst & { marke: string }>`select ${liveColumns}, xmin::text as marke from efa.live_dienst
      order by kommune, dienst`,
  );
}

/** Another number after every change of what is live. Cheap, for readers that hold a snapshot. */
export async function liveVersion(tx: Tx): Promise<number> {
  const [row] = await rowsOf(
    tx,
    sql<{ zahl: number; letzte: string }>`select count(*)::int as zahl,
      coalesce(max(xmin::text::bigint), 0)::text as letzte from efa.live_dienst`,
  );
  return (row?.zahl ?? 0) * 2 ** 32 + Number(row?.letzte ?? 0);
}

/** What is live, or suspended with a reason, in one Kommune. */
export function readLive(tx: Tx, ags: string): Promise<readonly LiveDienst[]> {
  return rowsOf(
    tx,
    sql<LiveDienst>`select ${liveColumns} from efa.live_dienst where ags = ${ags} order by titel`,
  );
}

/** The same in the Kommune of one tenant. */
export function readLiveOfTenant(tx: Tx, tenant: TenantId): Promise<readonly LiveDienst[]> {
  return rowsOf(
    tx,
    sql<LiveDienst>`select ${liveColumns} from efa.live_dienst where tenant_id = ${tenant} order by titel`,
  );
}

/** What Kommunen are called, by key; those that have nothing live are left out. */
export async function readLiveNames(tx: Tx, ags: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf(
    tx,
    sql<{ ags: string; kommune: string }>`select distinct ags, kommune from efa.live_dienst
      where ags = any(${[...ags]}::text[]) order by kommune`,
  );
  return new Map(rows.map(({ ags: key, kommune }) => [key, kommune]));
}

/** The Kommunen that have one service live or suspended. */
export function readLiveOfDienst(tx: Tx, dienst: string): Promise<readonly LiveDienst[]> {
  return rowsOf(
    tx,
    sql<LiveDienst>`select ${liveColumns} from efa.live_dienst where dienst = ${dienst} order by kommune`,
  );
}

/** Writes what citizens may know; `seit` stays that of the first writing. */
export async function writeLive(tx: Tx, tenant: TenantId, live: Omit<LiveDienst, 'tenant'>): Promise<void> {
  const { dienst, ags, kommune, fassung, titel, leika, seit, stellen, ausgesetztGrund } = live;
  await change(
    tx,
    sql`insert into efa.live_dienst (tenant_id, dienst, ags, kommune, fassung, titel, leika, seit, stellen, ausgesetzt_grund)
      values (${tenant}, ${dienst}, ${ags}, ${kommune}, ${fassung}, ${titel}, ${[...leika]}::text[], ${seit},
        ${json(stellen)}, ${ausgesetztGrund})
      on conflict (tenant_id, dienst) do update set kommune = excluded.kommune, fassung = excluded.fassung,
        titel = excluded.titel, leika = excluded.leika, stellen = excluded.stellen,
        ausgesetzt_grund = excluded.ausgesetzt_grund`,
  );
}

/** Takes a service away from the citizens' view. */
export async function deleteLive(tx: Tx, tenant: TenantId, dienst: string): Promise<void> {
  await change(tx, sql`delete from efa.live_dienst where tenant_id = ${tenant} and dienst = ${dienst}`);
}

/** The newest release of every Leistung of a Kommune, withdrawn ones included. */
export function readFreigaben(tx: Tx, ags: string): Promise<readonly Freigabe[]> {
  return rowsOf(
    tx,
    sql<Freigabe>`select distinct on (leistung_id) tenant_id as tenant, ags, leistung_id as "leistungId", nummer, text,
        freigegeben_am as "freigegebenAm" from efa.freigabe
      where ags = ${ags} order by leistung_id, nummer desc`,
  );
}

/** Inserts the next release after `readNummer`; `false` where somebody was faster. */
export async function insertFreigabe(
  tx: Tx,
  tenant: TenantId,
  freigabe: { readonly ags: string; readonly leistungId: string; readonly text: Freigabetext | null },
  readNummer: number,
  at: Date,
): Promise<boolean> {
  const { ags, leistungId, text } = freigabe;
  const inserted = await change(
    tx,
    sql`insert into efa.freigabe (tenant_id, leistung_id, nummer, ags, text, freigegeben_am)
      select ${tenant}, ${leistungId}, ${readNummer} + 1, ${ags}, ${text === null ? null : json(text)}, ${at}
      where ${readNummer} = (select coalesce(max(nummer), 0) from efa.freigabe
        where tenant_id = ${tenant} and leistung_id = ${leistungId})
      on conflict do nothing`,
  );
  return inserted === 1;
}
