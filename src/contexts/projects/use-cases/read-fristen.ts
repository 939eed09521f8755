import type { LocalDate } from '#kernel';
import type { Principal } from '#platform';
import { type Foerderfrist, foerderfristen } from '../domain/foerderfristen.ts';
import type { ProjectsDeps } from '../projects-deps.ts';
import { readProjekte } from './read-projekte.ts';

/** How far the radar looks. */
export const radarTage = 90;

/** The days of funding that come within 90 days, and proofs that are overdue; those only for the leading house. */
export async function readFristen(
  deps: Pick<ProjectsDeps, 'db'>,
  principal: Principal | null,
  day: LocalDate,
): Promise<readonly Foerderfrist[]> {
  return foerderfristen(await readProjekte(deps, principal, day), day, radarTage);
}
