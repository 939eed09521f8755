import type { Operation } from '#platform';
import type { ReleasesDeps } from '../deps.ts';
import { meldungOperations } from './meldung-operations.ts';
import { readOperations } from './read-operations.ts';
import { rolloutOperations } from './rollout-operations.ts';

/** This context in the JSON API. */
export function releasesOperations(deps: ReleasesDeps): readonly Operation[] {
  return [...readOperations(deps), ...rolloutOperations(deps), ...meldungOperations(deps)];
}
