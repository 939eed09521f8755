import { type RawBuilder, sql } from 'kysely';
import type { TenantId, Thema, Tx } from '#platform';
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

/** A version of a layer in a place, and since when it is known. */
export interface LayerKey {
  readonly ebene: string;
  readonly gebiet: string;
  readonly version: number;
  readonly am: Date;
}

/** Every version of the layers of a place, of its Land and its own, the newest first. */
export function readLayerKeys(tx: Tx, dienst: string, ags: string): Promise<readonly LayerKey[]> {
  return rowsOf(
    tx,
    sql<LayerKey>`select ebene, gebiet, version, veroeffentlicht_am as am from overlays.schicht
      where dienst = ${dienst} and ((ebene = 'land' and gebiet = ${ags.slice(0, 2)}) or (ebene = 'kommune' and gebiet = ${ags}))
      order by ebene, gebiet, version desc`,
  );
}

/** Under this name the database counts changes of a service's layers. */
export function schichtenThema(dienst: string): Thema {
  return { thema: `overlays.schichten ${dienst}`, forAll: true };
}

/** A layer as it was published. */
export async function readLayer(
  tx: Tx,
  dienst: string,
  { ebene, gebiet, version }: Omit<LayerKey, 'am'>,
): Promise<Overlay> {
  const [row] = await rowsOf(
    tx,
    sql<{ inhalt: Overlay }>`select inhalt from overlays.schicht
      where dienst = ${dienst} and ebene = ${ebene} and gebiet = ${gebiet} and version = ${version}`,
  );
  if (row === undefined) throw new Error(`${dienst}: the layer ${ebene} ${gebiet} ${version} is gone`);
  return row.inhalt;
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
