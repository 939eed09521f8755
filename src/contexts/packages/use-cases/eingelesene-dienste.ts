import type { Onlinedienst } from '#forms/onlinedienst';
import { type Database, type SnapshotReader, snapshotReader } from '#platform';
import type { JsonObject, Paketleser } from '#standards/leitwerk-paket';
import { dienstIn } from '../paketinhalt.ts';
import { countEingelesene, readEingelesene, readEingelesenes } from '../store-paket.ts';
import { keptKeys } from './schluessel.ts';

/**
 * The newest version of every service that was taken over from a package. A key that was revoked later does not take back
 * what runs: that is decided where services are offered.
 */
export function eingeleseneDienste(db: Database, leser: Paketleser): SnapshotReader<readonly Onlinedienst[]> {
  return snapshotReader(db, countEingelesene, async (tx) => {
    const keyOf = await keptKeys(tx);
    return (await readEingelesene(tx)).map((bytes) => {
      const opened = leser.open(bytes, keyOf);
      const inner = opened.ok ? dienstIn(opened.value.inhalt) : opened;
      if (!inner.ok) throw new Error(`Eingelesenes Paket: ${inner.refusal.message}`);
      return inner.value.dienst;
    });
  });
}

/** The test cases that came with a version that was taken over; `null` where it was not. */
export async function eingeleseneTestfaelle(
  db: Database,
  leser: Paketleser,
  dienst: string,
  version: number,
): Promise<JsonObject | null> {
  return db.withPublic(async (tx) => {
    const bytes = await readEingelesenes(tx, dienst, version);
    if (bytes === null) return null;
    const opened = leser.open(bytes, await keptKeys(tx));
    return opened.ok ? (opened.value.inhalt.teile['testfaelle.json'] ?? null) : null;
  });
}
