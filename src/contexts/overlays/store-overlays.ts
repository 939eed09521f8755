import { type RawBuilder, sql } from 'kysely';
import type { TenantId, Tx } from '#platform';
import type { Transition } from './change/transition-schema.ts';
import type { Overlay } from './layer/overlay-schema.ts';

async function rowsOf<Row>(tx: Tx, query: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await query.execute(tx.as())).rows;
}

async function changed(tx: Tx, statement: RawBuilder<unknown>): Promise<number> {
  return Number((await statement.execute(tx.as())).numAffectedRows ?? 0n);
}

/** The newest version of every layer of a service. */
export async function readOverlays(tx: Tx, dienst: string): Promise<readonly Overlay[]> {
  const rows = await rowsOf(
    tx,
    sql<{ inhalt: Overlay }>`select distinct on (ebene, gebiet) inhalt from overlays.schicht
      where dienst = ${dienst} order by ebene, gebiet, version desc`,
  );
  return rows.map(({ inhalt }) => inhalt);
}

/** Inserts a version of a layer; `false` where there is one with this number. */
export async function insertOverlay(tx: Tx, tenant: TenantId, overlay: Overlay, now: Date): Promise<boolean> {
  const { dienst, level, gebiet, version } = overlay;
  const inserted = await changed(
    tx,
    sql`insert into overlays.schicht (tenant_id, dienst, ebene, gebiet, version, inhalt, veroeffentlicht_am)
      values (${tenant}, ${dienst}, ${level}, ${gebiet}, ${version}, ${JSON.stringify(overlay)}::jsonb, ${now})
      on conflict do nothing`,
  );
  return inserted === 1;
}

/** What counts for each step from one version to the next: the newest transition that was published for it. */
export async function readTransitions(tx: Tx, dienst: string): Promise<readonly Transition[]> {
  const rows = await rowsOf(
    tx,
    sql<{ inhalt: Transition }>`select distinct on (von) inhalt from overlays.uebergang
      where dienst = ${dienst} order by von, nummer desc`,
  );
  return rows.map(({ inhalt }) => inhalt);
}

export async function insertTransition(
  tx: Tx,
  tenant: TenantId,
  transition: Transition,
  now: Date,
): Promise<void> {
  const { dienst, from } = transition;
  await changed(
    tx,
    sql`insert into overlays.uebergang (tenant_id, dienst, von, inhalt, veroeffentlicht_am)
      values (${tenant}, ${dienst}, ${from}, ${JSON.stringify(transition)}::jsonb, ${now})`,
  );
}
