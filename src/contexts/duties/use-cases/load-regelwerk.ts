import type { Tx } from '#platform';
import type { Regelwerk } from '../domain/compiled-duties.ts';
import { regelwerkOfRows } from '../regelwerk-of-rows.ts';
import { readRegelwerkRows } from '../store.ts';
import { readBestaetigte } from '../store-bestimmung.ts';

/** The rule set in force: the newest import with the Bestimmungen that were confirmed here. */
export async function loadRegelwerk(tx: Tx): Promise<Regelwerk> {
  const shipped = regelwerkOfRows(await readRegelwerkRows(tx));
  return { ...shipped, bestimmungen: [...shipped.bestimmungen, ...(await readBestaetigte(tx))] };
}
