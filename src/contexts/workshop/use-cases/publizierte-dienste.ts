import type { Onlinedienst } from '#forms/onlinedienst';
import type { Database } from '#platform';
import { type SnapshotReader, snapshotReader } from '#platform';
import { uebersetzt } from '../dokumente.ts';
import { countFassungen, readNeueste } from '../store-vorlage.ts';

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
