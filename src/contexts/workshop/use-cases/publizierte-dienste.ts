import type { Onlinedienst } from '#forms/onlinedienst';
import type { Database } from '#platform';
import { type SnapshotReader, snapshotReader } from '#platform';
import { uebersetzt } from '../dokumente.ts';
import type { Json } from '../domain/json.ts';
import { countFassungen, readFassung, readNeueste } from '../store-vorlage.ts';

/** The newest published version of every service, read anew only after something was published. */
export function publizierteDienste(db: Database): SnapshotReader<readonly Onlinedienst[]> {
  return snapshotReader(db, countFassungen, async (tx) =>
    (await readNeueste(tx)).map((dokumente) => {
      const compiled = uebersetzt(dokumente);
      if (!compiled.ok) throw new Error(`Veröffentlichter Onlinedienst: ${compiled.refusal.message}`);
      return compiled.value;
    }),
  );
}

/** The test cases that were published with a version; `null` where it was not published here. */
export async function publizierteTestfaelle(
  db: Database,
  dienst: string,
  version: number,
): Promise<Json | null> {
  const dokumente = await db.withPublic((tx) => readFassung(tx, dienst, version));
  return dokumente?.testfaelle ?? null;
}
