import { sql } from 'kysely';
import { z } from 'zod';
import { isUuid } from '#kernel';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Angabe } from './domain/angabe.ts';

const columns = sql`bezug_art as "bezugArt", bezug_id as "bezugId", kriterium, fassung, rohwert, quelle, stand,
  angegeben_am as "angegebenAm"`;

/** The newest statements of a provider, those that were taken back too. */
export function readAngaben(tx: Tx, provider: TenantId): Promise<readonly Angabe[]> {
  return rowsOf(
    tx,
    sql<Angabe>`select distinct on (bezug_art, bezug_id, kriterium) ${columns} from priorities.angabe
      where tenant_id = ${provider} order by bezug_art, bezug_id, kriterium, fassung desc`,
  );
}

/** All that was ever stated of one Leistung and of its OZG-Leistung, newest first. */
export function readAngabenVerlauf(
  tx: Tx,
  provider: TenantId,
  { leistungId, ozgId }: { readonly leistungId: string; readonly ozgId: number | null },
): Promise<readonly Angabe[]> {
  return rowsOf(
    tx,
    sql<Angabe>`select ${columns} from priorities.angabe where tenant_id = ${provider}
      and ((bezug_art = 'leistung' and bezug_id = ${leistungId}) or (bezug_art = 'ozg' and bezug_id = ${String(ozgId)}))
      order by angegeben_am desc, fassung desc`,
  );
}

/** Adds a statement; `false` where somebody added this Fassung before. */
export async function insertAngabe(tx: Tx, tenant: TenantId, angabe: Angabe): Promise<boolean> {
  const { bezugArt, bezugId, kriterium, fassung, rohwert, quelle, stand, angegebenAm } = angabe;
  const inserted = await change(
    tx,
    sql`insert into priorities.angabe
        (tenant_id, bezug_art, bezug_id, kriterium, fassung, rohwert, quelle, stand, angegeben_am)
      values (${tenant}, ${bezugArt}, ${bezugId}, ${kriterium}, ${fassung}, ${rohwert}, ${quelle}, ${stand}, ${angegebenAm})
      on conflict do nothing`,
  );
  return inserted === 1;
}

const zeilen = z.array(
  z.object({ zeile: z.int(), felder: z.record(z.string(), z.string()), fehler: z.array(z.string()) }),
);

/** A row of a table as it was read. */
export type Einlesezeile = Readonly<z.output<typeof zeilen>[number]>;

export interface Einlesung {
  readonly id: string;
  readonly dateiname: string;
  readonly zeilen: readonly Einlesezeile[];
}

/** Keeps a table, and forgets those that nobody confirmed within a day. */
export async function keepEinlesung(
  tx: Tx,
  tenant: TenantId,
  einlesung: Einlesung,
  now: Date,
): Promise<void> {
  await change(
    tx,
    sql`delete from priorities.einlesung
      where tenant_id = (select platform.tenant()) and angelegt_am < ${now}::timestamptz - interval '1 day'`,
  );
  await change(
    tx,
    sql`insert into priorities.einlesung (tenant_id, id, dateiname, zeilen, angelegt_am)
      values (${tenant}, ${einlesung.id}, ${einlesung.dateiname}, ${json(einlesung.zeilen)}, ${now})`,
  );
}

/** A kept table of the transaction's house that is not older than a day, or `null`. */
export async function readEinlesung(tx: Tx, id: string, now: Date): Promise<Einlesung | null> {
  if (!isUuid(id)) return null;
  const [row] = await rowsOf(
    tx,
    sql<{
      id: string;
      dateiname: string;
      zeilen: unknown;
    }>`select id, dateiname, zeilen from priorities.einlesung
      where tenant_id = (select platform.tenant()) and id = ${id}
        and angelegt_am >= ${now}::timestamptz - interval '1 day'`,
  );
  return row ? { ...row, zeilen: zeilen.parse(row.zeilen) } : null;
}

export async function dropEinlesung(tx: Tx, id: string): Promise<void> {
  await change(
    tx,
    sql`delete from priorities.einlesung where tenant_id = (select platform.tenant()) and id = ${id}`,
  );
}
