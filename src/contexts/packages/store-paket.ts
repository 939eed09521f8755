import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { change, rowsOf, type Tx } from '#platform';

/** A package that lies here, without its bytes. */
export interface Paketzeile {
  readonly summe: string;
  readonly kid: string;
  readonly herkunft: 'gebaut' | 'eingelesen';
  readonly format: number;
  readonly dienst: string;
  readonly version: number;
  readonly titel: string;
  readonly bytes: number;
  readonly anbieterId: string;
  readonly anbieter: string;
  readonly am: Date;
}

const columns = sql`summe, kid, herkunft, format, dienst, version, titel, bytes, anbieter_id as "anbieterId", anbieter, am`;

/** Every package, or those of one service; the newest first. */
export async function readPakete(tx: Tx, dienst: string | null): Promise<readonly Paketzeile[]> {
  const rows = await rowsOf(
    tx,
    sql<Paketzeile>`select ${columns} from packages.paket ${dienst === null ? sql`` : sql`where dienst = ${dienst}`}
      order by dienst, version desc, am desc, format desc`,
  );
  return rows.map((row) => ({ ...row, am: new Date(row.am) }));
}

/** The bytes of a package; by whichever key, the one that was signed last. */
export async function readPaketbytes(tx: Tx, summe: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const [row] = await rowsOf(
    tx,
    sql<{
      gezippt: Buffer;
    }>`select gezippt from packages.paket where summe = ${summe} order by am desc limit 1`,
  );
  return row ? gunzipSync(row.gezippt) : null;
}

/** Keeps a package; `false` where exactly this one is kept already. */
export async function insertPaket(
  tx: Tx,
  zeile: Omit<Paketzeile, 'bytes'>,
  bytes: Uint8Array,
): Promise<boolean> {
  const { summe, kid, herkunft, format, dienst, version, titel, anbieterId, anbieter, am } = zeile;
  const inserted = await change(
    tx,
    sql`insert into packages.paket (summe, kid, herkunft, format, dienst, version, titel, gezippt, bytes, anbieter_id,
        anbieter, am)
      values (${summe}, ${kid}, ${herkunft}, ${format}, ${dienst}, ${version}, ${titel}, ${gzipSync(bytes)},
        ${bytes.length}, ${anbieterId}, ${anbieter}, ${am}) on conflict do nothing`,
  );
  return inserted === 1;
}

/** The bytes of the newest version of every service that was taken over. */
export async function readEingelesene(tx: Tx): Promise<readonly Uint8Array[]> {
  const rows = await rowsOf(
    tx,
    sql<{ gezippt: Buffer }>`select distinct on (dienst) gezippt from packages.paket
      where herkunft = 'eingelesen' order by dienst, version desc, am desc`,
  );
  return rows.map(({ gezippt }) => gunzipSync(gezippt));
}

/** The bytes of a version that was taken over; `null` where it was not. */
export async function readEingelesenes(tx: Tx, dienst: string, version: number): Promise<Uint8Array | null> {
  const [row] = await rowsOf(
    tx,
    sql<{ gezippt: Buffer }>`select gezippt from packages.paket
      where herkunft = 'eingelesen' and dienst = ${dienst} and version = ${version} order by am desc limit 1`,
  );
  return row ? gunzipSync(row.gezippt) : null;
}

/** How many packages were ever taken over; grows with every one. */
export async function countEingelesene(tx: Tx): Promise<number> {
  const [row] = await rowsOf(
    tx,
    sql<{ zahl: number }>`select count(*)::int as zahl from packages.paket where herkunft = 'eingelesen'`,
  );
  return row?.zahl ?? 0;
}
