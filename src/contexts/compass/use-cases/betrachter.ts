import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { CompassDeps, Kommune } from '../doors-deps.ts';
import { figuresNotAllowed, organisationMissing } from '../figure-errors.ts';
import type { Frage } from '../figures/frage.ts';
import { visibleBodies } from '../figures/visible-bodies.ts';

/** With whose eyes figures are seen: a Kommune, or an IT-Dienstleister over its Kommunen. */
export interface Betrachter extends Pick<Frage, 'figures' | 'visible'> {
  /** The own Kommune; `null` for an IT-Dienstleister. */
  readonly eigene: Kommune | null;
}

type Deps = Pick<CompassDeps, 'figures' | 'ownKommune' | 'actingFor'>;

/**
 * Who may see figures: members who may see the Stand of their Kommune, members of an IT-Dienstleister who may see its
 * Kommunen, and the operator at the command line, who names the organisation with whose eyes it looks.
 */
export async function betrachterOf(
  deps: Deps,
  principal: Principal | null,
  organisation?: string,
): Promise<Result<Betrachter>> {
  const acting = await actingAs(deps, principal, organisation);
  if (!acting.ok) return acting;
  const { tenant } = acting.value;
  if (tenant === null) return refuse(figuresNotAllowed);
  const figures = await deps.figures();
  const eigene = await deps.ownKommune(acting.value);
  return ok({ figures, eigene, visible: visibleBodies(figures, tenant) });
}

async function actingAs(
  { actingFor }: Deps,
  principal: Principal | null,
  organisation: string | undefined,
): Promise<Result<Principal>> {
  if (principal === null) return refuse(figuresNotAllowed);
  const { kind, tenant, permissions } = principal;
  if (kind === 'betreiber' && tenant === null)
    return organisation?.trim() ? actingFor(principal, organisation) : refuse(organisationMissing);
  const allowed = permissions.has('compass.stand.read') || permissions.has('circle.read');
  return allowed ? ok(principal) : refuse(figuresNotAllowed);
}
