import type { LocalDate, Result } from '#kernel';
import type { Principal } from '#platform';
import { askedRows, type ListValues } from '#ui';
import type { ProjectsDeps } from '../projects-deps.ts';
import { nachschlagOf } from '../use-cases/nachschlag.ts';
import { type Projektzeile, readProjekte } from '../use-cases/read-projekte.ts';
import { projektliste } from './list-definition.ts';

/** The projects of a day that the page's list would find, for the API and the command. */
export async function foundProjekte(
  deps: ProjectsDeps,
  principal: Principal | null,
  day: LocalDate,
  asked: ListValues,
): Promise<Result<readonly Projektzeile[]>> {
  const namen = nachschlagOf(await deps.catalogue());
  // Fields of one's own and internal ones are columns only: no filter and no order asks for them.
  const definition = projektliste(namen, day, { intern: false, felder: [] });
  return askedRows(definition, await readProjekte(deps, principal, day), asked);
}
