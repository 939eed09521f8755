import type { LocalDate } from '#kernel';
import type { Tx } from '#platform';
import { type Preisblatt, preisblattOn } from '../domain/preisblatt.ts';
import { readPreisblaetter } from '../store/offering.ts';

/** The price sheet of a service that counts on a day; `null` where its provider states none. */
export async function preisblattOf(tx: Tx, dienst: string, day: LocalDate): Promise<Preisblatt | null> {
  return preisblattOn(await readPreisblaetter(tx, dienst), day);
}
