import { ok, type Refusal, type Result } from '#kernel';
import type { Principal } from '#platform';
import type { Beitrag } from '../domain/beitrag.ts';
import type { SolutionsDeps } from '../solutions-deps.ts';
import { houseFor } from './house.ts';
import { takeBeitrag } from './moderate.ts';
import { ownBeitraege } from './read-beitraege.ts';

/** What became of each of many contributions that were taken over at once. */
export interface TakenMany {
  readonly taken: readonly Beitrag[];
  readonly refused: readonly { readonly id: string; readonly refusal: Refusal }[];
}

/** Takes over several contributions, each in a transaction of its own: one that cannot be taken holds up no other. */
export async function takeMany(
  deps: SolutionsDeps,
  principal: Principal | null,
  ids: readonly string[],
): Promise<Result<TakenMany>> {
  const house = await houseFor(deps, principal, 'moderate');
  if (!house.ok) return house;
  const versions = new Map((await ownBeitraege(deps, principal)).map(({ id, version }) => [id, version]));
  const taken: Beitrag[] = [];
  const refused: { id: string; refusal: Refusal }[] = [];
  for (const id of new Set(ids)) {
    const result = await takeBeitrag(deps, principal, { id, version: versions.get(id) ?? 0 });
    if (result.ok) taken.push(result.value);
    else refused.push({ id, refusal: result.refusal });
  }
  return ok({ taken, refused });
}
