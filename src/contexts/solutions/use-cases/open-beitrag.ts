import { ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import { invalidLoesung, whyNotOpen } from '../errors.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { readBeitrag } from '../store-beitrag.ts';
import type { SolutionsHouse } from './house.ts';

/** What is written while a contribution is locked. */
export type Write = (tx: Tx, beitrag: Beitrag, house: SolutionsHouse) => Promise<Result<void>>;

/** Changes an open contribution in the transaction of one's own house. */
export function inTenant(
  deps: SolutionsDeps,
  house: SolutionsHouse,
  id: string,
  change: Write,
): Promise<Result<Beitrag>> {
  return deps.db.withTenant(house.tenant, house.actor, (tx) => openBeitrag(tx, house, id, change));
}

/** Locks a contribution that is not decided, changes it, and reads it again. */
export async function openBeitrag(
  tx: Tx,
  house: SolutionsHouse,
  id: string,
  change: Write,
): Promise<Result<Beitrag>> {
  // A decided one cannot be locked; whoever waited for the lock of another learns of its decision.
  const beitrag = await readBeitrag(tx, id, true);
  if (beitrag === null) return refuse(whyNotOpen(await readBeitrag(tx, id)));
  const changed = await change(tx, beitrag, house);
  return changed.ok ? ok((await readBeitrag(tx, id)) ?? beitrag) : changed;
}

/** A text that must say something. */
export function shortText(field: string, given: string, longest: number, message: string): Result<string> {
  const text = given.trim();
  return text === '' || text.length > longest ? refuse(invalidLoesung([{ field, message }])) : ok(text);
}
