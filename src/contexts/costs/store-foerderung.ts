import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Foerderprogramm, FoerderprogrammInhalt } from './domain/foerderprogramm.ts';

/** All funding programmes in their newest Fassung. */
export async function readFoerderprogramme(tx: Tx): Promise<readonly Foerderprogramm[]> {
  const rows = await rowsOf(
    tx,
    sql<
      Omit<Foerderprogramm, keyof FoerderprogrammInhalt> & { readonly inhalt: FoerderprogrammInhalt }
    >`select distinct on (tenant_id, id) tenant_id as tenant, id, fassung, haus, inhalt, angegeben_am as "angegebenAm"
      from costs.foerderprogramm order by tenant_id, id, fassung desc`,
  );
  return rows.map(({ inhalt, ...row }) => ({ ...row, ...inhalt }));
}

/** Writes the next Fassung of a programme; `false` where somebody else wrote it meanwhile. */
export async function insertFoerderprogramm(
  tx: Tx,
  tenant: TenantId,
  programm: { readonly id: string; readonly fassung: number; readonly haus: string },
  inhalt: FoerderprogrammInhalt,
  now: Date,
): Promise<boolean> {
  const rows = await change(
    tx,
    sql`insert into costs.foerderprogramm (tenant_id, id, fassung, haus, inhalt, angegeben_am)
      values (${tenant}, ${programm.id}, ${programm.fassung}, ${programm.haus}, ${json(inhalt)}, ${now})
      on conflict do nothing`,
  );
  return rows === 1;
}
