import type { Tx } from '#platform';
import type { Regelwerk } from '../domain/compiled-duties.ts';
import { withDecisions } from '../domain/regel-review.ts';
import { regelwerkOfRows } from '../regelwerk-of-rows.ts';
import { readRegelwerkRows } from '../store.ts';
import { readBestaetigte } from '../store-bestimmung.ts';
import { readEntschiedene } from '../store-vorschlag.ts';

/** The rule set in force: the newest import with the rules that were decided and the Bestimmungen confirmed here. */
export async function loadRegelwerk(tx: Tx): Promise<Regelwerk> {
  const shipped = regelwerkOfRows(await readRegelwerkRows(tx));
  return {
    ...shipped,
    regeln: withDecisions(shipped.regeln, await readEntschiedene(tx)),
    bestimmungen: [...shipped.bestimmungen, ...(await readBestaetigte(tx))],
  };
}
