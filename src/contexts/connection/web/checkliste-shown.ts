import type { Result } from '#kernel';
import { formField, type PageRequest } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { begleiterOf } from '../use-cases/begleiter.ts';
import { type Shown, shownFor } from '../views/shown.ts';

/** Reads the checklist of the Anbindung that an address names. */
export async function readShown(
  deps: ConnectionDeps,
  { principal, params, query, form }: Pick<PageRequest, 'principal' | 'params' | 'query' | 'form'>,
  recht: 'lesen' | 'aendern' = 'lesen',
): Promise<Result<Shown>> {
  const named = formField(query, 'kommune') || formField(form, 'kommune');
  const begleiter = await begleiterOf(deps, principal, recht, named);
  return begleiter.ok ? shownFor(deps, begleiter.value, params.dienst ?? '') : begleiter;
}
