import type { Tx } from '#platform';
import type { Regelwerk } from '../domain/compiled-duties.ts';
import { withDelegationen } from '../domain/delegation.ts';
import { withDecisions } from '../domain/regel-review.ts';
import { regelwerkOfRows } from '../regelwerk-of-rows.ts';
import { readRegelwerkRows } from '../store.ts';
import { readBestaetigte } from '../store-bestimmung.ts';
import { readBestaetigteDelegationen } from '../store-delegation.ts';
import { readEntschiedene } from '../store-vorschlag.ts';

/** The rule set in force: the newest import with the rules decided, the delegations and the Bestimmungen confirmed here. */
export async function loadRegelwerk(tx: Tx): Promise<Regelwerk> {
  const shipped = regelwerkOfRows(await readRegelwerkRows(tx));
  return {
    ...shipped,
    uebertragungen: withDelegationen(shipped.uebertragungen, await readBestaetigteDelegationen(tx)),
    regeln: withDecisions(shipped.regeln, await readEntschiedene(tx)),
    bestimmungen: [...shipped.bestimmungen, ...(await readBestaetigte(tx))],
  };
}
