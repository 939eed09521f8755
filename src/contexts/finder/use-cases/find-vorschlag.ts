import { isUuid, ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { FinderDeps } from '../deps.ts';
import type { Vorschlag } from '../domain/vorschlag.ts';
import { vorschlagUnknown } from '../errors.ts';
import { readVorschlag } from '../store-thesaurus.ts';
import { editorsHouse } from './editors.ts';

/** A proposal that somebody's organisation made or decides. */
export async function findVorschlag(
  deps: FinderDeps,
  principal: Principal | null,
  id: string,
): Promise<Result<Vorschlag>> {
  const house = await editorsHouse(deps, principal);
  if (!house.ok) return house;
  if (!isUuid(id)) return refuse(vorschlagUnknown);
  const { tenant, actor } = house.value;
  const found = await deps.db.withTenant(tenant, actor, (tx) => readVorschlag(tx, id));
  return found === null ? refuse(vorschlagUnknown) : ok(found);
}
