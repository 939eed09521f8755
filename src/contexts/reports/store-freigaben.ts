import { sql } from 'kysely';
import type { LocalDate } from '#kernel';
import type { Tx } from '#platform';
import type { FreigabeTeil, OeffentlicherStand } from './domain/freigabe.ts';
import { rowsOf } from './store-berichte.ts';

/** A release of a Kommune's Stand to the public. */
export interface FreigabeRow {
  readonly nummer: number;
  readonly teile: readonly FreigabeTeil[];
  readonly stichtag: LocalDate;
  readonly giltBis: LocalDate;
  readonly freigegebenAm: Date;
  readonly freigegebenVon: string;
  readonly beendetAm: Date | null;
}

/** What of a Kommune is public. */
export interface OeffentlichRow {
  readonly ags: string;
  readonly nummer: number;
  readonly stichtag: LocalDate;
  readonly giltBis: LocalDate;
  readonly freigegebenAm: Date;
  readonly inhalt: OeffentlicherStand;
}

export function readFreigaben(tx: Tx): Promise<readonly FreigabeRow[]> {
  return rowsOf(
    tx,
    sql<FreigabeRow>`select nummer, teile, stichtag, gilt_bis as "giltBis", freigegeben_am as "freigegebenAm",
        freigegeben_von as "freigegebenVon", beendet_am as "beendetAm"
      from reports.freigabe where tenant_id = (select platform.tenant()) order by nummer desc`,
  );
}

/** Ends what is released, and takes it from the public. Gives how many releases ended. */
export async function endFreigaben(tx: Tx, now: Date): Promise<number> {
  await sql`delete from reports.oeffentlich where tenant_id = (select platform.tenant())`.execute(tx.as());
  const ended = await sql`update reports.freigabe set beendet_am = ${now}
    where tenant_id = (select platform.tenant()) and beendet_am is null`.execute(tx.as());
  return Number(ended.numAffectedRows ?? 0n);
}

export async function insertFreigabe(
  tx: Tx,
  row: Omit<FreigabeRow, 'freigegebenVon' | 'beendetAm'>,
  { ags, inhalt }: { readonly ags: string; readonly inhalt: OeffentlicherStand },
): Promise<void> {
  const { nummer, teile, stichtag, giltBis, freigegebenAm } = row;
  await sql`insert into reports.freigabe (tenant_id, nummer, teile, stichtag, gilt_bis, freigegeben_am)
    values (platform.tenant(), ${nummer}, ${[...teile]}::text[], ${stichtag}, ${giltBis}, ${freigegebenAm})`.execute(
    tx.as(),
  );
  await sql`insert into reports.oeffentlich (tenant_id, nummer, ags, stichtag, gilt_bis, freigegeben_am, inhalt)
    values (platform.tenant(), ${nummer}, ${ags}, ${stichtag}, ${giltBis}, ${freigegebenAm},
      ${JSON.stringify(inhalt)}::jsonb)`.execute(tx.as());
}

/** What is public on a day, of all Kommunen or one. A release whose last day has passed shows nothing. */
export function readOeffentlich(tx: Tx, heute: LocalDate, ags?: string): Promise<readonly OeffentlichRow[]> {
  const named = ags === undefined ? sql`true` : sql`ags = ${ags}`;
  return rowsOf(
    tx,
    sql<OeffentlichRow>`select ags, nummer, stichtag, gilt_bis as "giltBis", freigegeben_am as "freigegebenAm", inhalt
      from reports.oeffentlich where ${named} and gilt_bis >= ${heute} order by ags`,
  );
}
