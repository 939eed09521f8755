import { sql } from 'kysely';
import { change, rowOf, rowsOf, type TenantId, type Tx } from '#platform';

export const meldungsarten = ['gestellt', 'korrigiert', 'aufgehoben'] as const;
/** What became of a share: issued, issued in place of an earlier one, or no longer due. */
export type Meldungsart = (typeof meldungsarten)[number];

/** What is to be told to one Kommune. */
export interface Meldung {
  readonly an: string;
  readonly abrechnung: string;
  readonly was: Meldungsart;
  /** Of the bill to this Kommune, or of what takes it back. */
  readonly nummer: string;
}

/** Whom an issued bill of the transaction's house concerns. */
export function readMeldungen(tx: Tx, id: string, korrigiert: string | null): Promise<readonly Meldung[]> {
  return rowsOf(
    tx,
    sql<Meldung>`select distinct n.recipient_id as an, n.abrechnung_id as abrechnung,
        case when v.zahler is null then 'gestellt' else 'korrigiert' end as was, n.rechnungsnummer as nummer
      from costs.anteil n
      left join costs.anteil v
        on v.tenant_id = n.tenant_id and v.abrechnung_id = ${korrigiert}::uuid and v.zahler = n.zahler
      where n.tenant_id = (select platform.tenant()) and n.abrechnung_id = ${id} and n.recipient_id is not null
        and not exists (select from costs.aufhebung h
          where h.tenant_id = n.tenant_id and h.durch = n.abrechnung_id and h.zahler = n.zahler)
      union
      select h.recipient_id, h.abrechnung_id, 'aufgehoben', coalesce(h.stornonummer, n.rechnungsnummer)
      from costs.aufhebung h join costs.anteil n
        on n.tenant_id = h.tenant_id and n.abrechnung_id = h.abrechnung_id and n.zahler = h.zahler
      where h.tenant_id = (select platform.tenant()) and h.durch = ${id} and h.recipient_id is not null`,
  );
}

/** What a mail says of a share that is addressed to the transaction's Kommune. */
export interface Meldungskopf {
  readonly nummer: string;
  readonly titel: string;
  readonly jahr: number;
  readonly haus: string;
  readonly stornonummer: string | null;
}

const kopf = sql`n.rechnungsnummer as nummer, n.titel, n.jahr, n.haus, (select h.stornonummer from costs.aufhebung h
    where h.tenant_id = n.tenant_id and h.abrechnung_id = n.abrechnung_id and h.zahler = n.zahler) as stornonummer`;

export function readMeldungskopf(tx: Tx, abrechnung: string): Promise<Meldungskopf | null> {
  return rowOf(
    tx,
    sql<Meldungskopf>`select ${kopf} from costs.anteil n
      where n.recipient_id = (select platform.tenant()) and n.abrechnung_id = ${abrechnung}`,
  );
}

/** What was issued to the transaction's Kommune, or taken back, after a moment; the newest first. */
export function readNeuesSeit(
  tx: Tx,
  seit: Date,
): Promise<readonly (Meldungskopf & { readonly was: Meldungsart })[]> {
  return rowsOf(
    tx,
    sql<Meldungskopf & { was: Meldungsart; am: Date }>`select ${kopf}, n.gestellt_am as am,
        case when n.korrigiert is null then 'gestellt' else 'korrigiert' end as was
      from costs.anteil n where n.recipient_id = (select platform.tenant()) and n.gestellt_am > ${seit}
      union all
      select ${kopf}, h.aufgehoben_am, 'aufgehoben' from costs.aufhebung h
      join costs.anteil n
        on n.tenant_id = h.tenant_id and n.abrechnung_id = h.abrechnung_id and n.zahler = h.zahler
      where h.recipient_id = (select platform.tenant()) and h.aufgehoben_am > ${seit}
      order by am desc, was, nummer`,
  );
}

/** Notes that somebody is told; `false` where that was noted before. */
export async function noteHinweis(
  tx: Tx,
  tenant: TenantId,
  abrechnung: string,
  member: string,
  was: Meldungsart,
  now: Date,
): Promise<boolean> {
  const rows = await change(
    tx,
    sql`insert into costs.hinweis (tenant_id, abrechnung_id, member_id, was, gemeldet_am)
      values (${tenant}, ${abrechnung}, ${member}, ${was}, ${now}) on conflict do nothing`,
  );
  return rows === 1;
}
