import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { Umfrage } from '../domain/umfrage.ts';
import { umfrageUnknown } from '../errors.ts';
import { readUmfrage } from '../store-umfrage.ts';

/** A survey as far as a reader may see it. */
export function readUmfrageFor(
  read: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>,
  id: string,
): Promise<Result<Umfrage>> {
  return read(async (tx) => {
    const umfrage = await readUmfrage(tx, id);
    return umfrage ? ok(umfrage) : refuse(umfrageUnknown);
  });
}
