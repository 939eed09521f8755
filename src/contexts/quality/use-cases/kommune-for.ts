import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { Kommune } from '../deps.ts';
import type { QualityDeps } from '../doors-deps.ts';
import { kommuneNeeded, kommuneNotYours, notAnEditor } from '../errors.ts';

type Deps = Pick<QualityDeps, 'ownKommune' | 'kommuneOf' | 'circleOf'>;

/** The Kommunen whose texts somebody may look at: the own one, or those of the circle, by name. */
export async function kommunenOf(deps: Deps, principal: Principal | null): Promise<readonly Kommune[]> {
  const own = await deps.ownKommune(principal);
  if (own) return [own];
  const circle = (await deps.circleOf(principal)) ?? [];
  return circle.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** The Kommune that somebody names by key or name; the own one where nothing is said. The operator may name any. */
export async function kommuneFor(
  deps: Deps,
  principal: Principal | null,
  named: string,
): Promise<Result<Kommune>> {
  if (principal === null) return refuse(notAnEditor);
  const wanted = named.trim();
  const own = await deps.ownKommune(principal);
  if (own)
    return wanted === '' || wanted === own.ags || wanted === own.name ? ok(own) : refuse(kommuneNotYours);
  if (wanted === '') return refuse(kommuneNeeded);
  const found =
    (await kommunenOf(deps, principal)).find(({ ags, name }) => ags === wanted || name === wanted) ??
    (principal.kind === 'betreiber' ? await deps.kommuneOf(wanted) : null);
  return found ? ok(found) : refuse(kommuneNotYours);
}
