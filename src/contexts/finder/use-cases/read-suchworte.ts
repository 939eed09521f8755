import { ok, type Result } from '#kernel';
import type { Principal } from '#platform';
import type { FinderDeps } from '../deps.ts';
import { readSuchworte, type Suchwort } from '../store-suchlog.ts';
import { editorsHouse } from './editors.ts';

/** What many searched: first what found nothing, then what nobody opened. */
export async function suchworteFor(
  deps: FinderDeps,
  principal: Principal | null,
): Promise<Result<readonly Suchwort[]>> {
  const house = await editorsHouse(deps, principal);
  if (!house.ok) return house;
  await deps.log.flush();
  return ok(await deps.db.withPublic(readSuchworte));
}
