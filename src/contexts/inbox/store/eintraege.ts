import { sql } from 'kysely';
import { change, type DataKey, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import { type Eintrag, type EintragInhalt, eintragSchema } from '../domain/eintrag.ts';

interface StoredEintrag {
  readonly nr: number;
  readonly am: Date;
  readonly inhalt: Buffer;
}

const placeOf = (eingang: string, nr: number) => ({
  table: 'inbox.eintrag',
  column: 'inhalt',
  row: `${eingang}:${nr}`,
});

/** Adds a line to a case's history. The case is locked by this transaction, so that numbers do not meet. */
export async function appendEintrag(
  tx: Tx,
  key: DataKey,
  { tenant, eingang, am }: { readonly tenant: TenantId; readonly eingang: string; readonly am: Date },
  inhalt: EintragInhalt,
): Promise<void> {
  const last = await rowOf(
    tx,
    sql<{
      nr: number;
    }>`select max(nr) as nr from inbox.eintrag where tenant_id = ${tenant} and eingang_id = ${eingang}`,
  );
  const nr = (last?.nr ?? 0) + 1;
  const sealed = key.seal(placeOf(eingang, nr), JSON.stringify(inhalt));
  await change(
    tx,
    sql`insert into inbox.eintrag (tenant_id, eingang_id, nr, am, inhalt)
      values (${tenant}, ${eingang}, ${nr}, ${am}, ${sealed})`,
  );
}

/** A case's history, oldest first. */
export async function eintraegeOf(
  tx: Tx,
  key: DataKey,
  tenant: TenantId,
  eingang: string,
): Promise<readonly Eintrag[]> {
  const rows = await rowsOf(
    tx,
    sql<StoredEintrag>`select nr, am, inhalt from inbox.eintrag
      where tenant_id = ${tenant} and eingang_id = ${eingang} order by nr`,
  );
  return rows.map((row) => opened(key, eingang, row));
}

/** The newest line of a case's history. */
export async function newestEintrag(
  tx: Tx,
  key: DataKey,
  tenant: TenantId,
  eingang: string,
): Promise<Eintrag | null> {
  const row = await rowOf(
    tx,
    sql<StoredEintrag>`select nr, am, inhalt from inbox.eintrag
      where tenant_id = ${tenant} and eingang_id = ${eingang} order by nr desc limit 1`,
  );
  return row && opened(key, eingang, row);
}

function opened(key: DataKey, eingang: string, { nr, am, inhalt }: StoredEintrag): Eintrag {
  return { ...eintragSchema.parse(JSON.parse(key.open(placeOf(eingang, nr), inhalt))), nr, am };
}
