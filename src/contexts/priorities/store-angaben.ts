import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';
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
