import { sql } from 'kysely';
import { change, json, rowsOf, type TenantId, type Tx } from '#platform';
import type { Zug, ZugZustand } from './domain/ausrollung.ts';
import type { Festhaltung } from './domain/festhalten.ts';

const columns = sql`ausrollung_id as ausrollung, recipient_id as "kommuneId", dienst, fassung, ags, kommune, ring, ab,
  zustand, von_fassung as "vonFassung", fehlt, geaendert_am as "geaendertAm"`;

/** What became of each Kommune of a rollout, as its provider sees it. */
export function readZuege(tx: Tx, ausrollung: string): Promise<readonly Zug[]> {
  return rowsOf(
    tx,
    sql<Zug>`select ${columns} from releases.zug
      where tenant_id = (select platform.tenant()) and ausrollung_id = ${ausrollung} order by ring, kommune`,
  );
}

/** What concerns the transaction's Kommune, the newest first. */
export function readOwnZuege(tx: Tx, dienst: string | null = null): Promise<readonly Zug[]> {
  return rowsOf(
    tx,
    sql<Zug>`select ${columns} from releases.zug
      where recipient_id = (select platform.tenant()) and (${dienst}::text is null or dienst = ${dienst})
      order by geaendert_am desc, dienst`,
  );
}

type NewZug = Omit<Zug, 'fehlt'>;

/** Enters Kommunen that are not in the rollout yet, all in one statement. */
export function insertZuege(tx: Tx, tenant: TenantId, zuege: readonly NewZug[]): Promise<number> {
  if (zuege.length === 0) return Promise.resolve(0);
  return change(
    tx,
    sql`insert into releases.zug (tenant_id, ausrollung_id, recipient_id, dienst, fassung, ags, kommune, ring, ab, zustand,
        von_fassung, geaendert_am)
      select ${tenant}, ausrollung, "kommuneId", dienst, fassung, ags, kommune, ring, ab, zustand, "vonFassung",
        "geaendertAm"
      from jsonb_to_recordset(${json(zuege)}) as neu(ausrollung uuid, "kommuneId" uuid, dienst text, fassung text,
        ags text, kommune text, ring integer, ab date, zustand text, "vonFassung" text, "geaendertAm" timestamptz)
      on conflict do nothing`,
  );
}

/** Notes what became of a Kommune. */
export async function updateZug(
  tx: Tx,
  { ausrollung, kommuneId, vonFassung }: Pick<Zug, 'ausrollung' | 'kommuneId' | 'vonFassung'>,
  next: { readonly zustand: ZugZustand; readonly fehlt?: readonly string[]; readonly am: Date },
): Promise<void> {
  const fehlt = [...(next.fehlt ?? [])];
  await change(
    tx,
    sql`update releases.zug set zustand = ${next.zustand}, fehlt = ${fehlt}::text[], von_fassung = ${vonFassung},
        geaendert_am = ${next.am}
      where tenant_id = (select platform.tenant()) and ausrollung_id = ${ausrollung} and recipient_id = ${kommuneId}
        and (zustand, fehlt) is distinct from (${next.zustand}, ${fehlt}::text[])`,
  );
}

/** The newest line of each Kommune that ever held on to its version of a service, as the provider sees it. */
export function readFesthaltungen(tx: Tx, dienst: string): Promise<readonly Festhaltung[]> {
  return rowsOf(
    tx,
    sql<Festhaltung>`select distinct on (tenant_id) tenant_id as "kommuneId", dienst, ags, bis, grund, geloest, am
      from releases.festhaltung where recipient_id = (select platform.tenant()) and dienst = ${dienst}
      order by tenant_id, nummer desc`,
  );
}

/** The newest line of the transaction's Kommune for each service. */
export function readOwnFesthaltungen(tx: Tx): Promise<readonly Festhaltung[]> {
  return rowsOf(
    tx,
    sql<Festhaltung>`select distinct on (dienst) tenant_id as "kommuneId", dienst, ags, bis, grund, geloest, am
      from releases.festhaltung where tenant_id = (select platform.tenant()) order by dienst, nummer desc`,
  );
}

export async function insertFesthaltung(
  tx: Tx,
  tenant: TenantId,
  anbieterId: string,
  { dienst, ags, bis, grund, geloest, am }: Omit<Festhaltung, 'kommuneId'>,
): Promise<void> {
  await change(
    tx,
    sql`insert into releases.festhaltung (tenant_id, dienst, recipient_id, ags, geloest, bis, grund, am)
      values (${tenant}, ${dienst}, ${anbieterId}, ${ags}, ${geloest}, ${bis}, ${grund}, ${am})`,
  );
}
