import type { Anbieter, Kommune } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal } from '#platform';
import { notKommune, notLead } from '../errors.ts';
import type { ProjectsDeps } from '../projects-deps.ts';

/** Somebody who leads projects for an IT-Dienstleister. Only `leadOf` makes one. */
export interface Lead {
  readonly actor: Actor;
  readonly anbieter: Anbieter;
}

/** Somebody who may say that a Kommune is interested. Only `coordinatorOf` makes one. */
export interface Coordinator {
  readonly actor: Actor;
  readonly kommune: Kommune;
}

/** Who may lead projects: members of an IT-Dienstleister with the permission, and the operator who names it. */
export async function leadOf(
  deps: Pick<ProjectsDeps, 'ownAnbieter' | 'anbieterNamed'>,
  principal: Principal | null,
  name?: string,
): Promise<Result<Lead>> {
  if (principal === null) return refuse(notLead);
  const operator = isOperator(principal);
  if (!operator && !principal.permissions.has('projects.manage')) return refuse(notLead);
  const anbieter = operator ? await deps.anbieterNamed(name ?? '') : await deps.ownAnbieter(principal);
  return anbieter ? ok({ actor: principal.actor, anbieter }) : refuse(notLead);
}

/** Who may show interest: members of a Kommune with the permission, and the operator who names it. */
export async function coordinatorOf(
  deps: Pick<ProjectsDeps, 'ownKommune' | 'kommuneOf'>,
  principal: Principal | null,
  name?: string,
): Promise<Result<Coordinator>> {
  if (principal === null) return refuse(notKommune);
  const operator = isOperator(principal);
  if (!operator && !principal.permissions.has('projects.join')) return refuse(notKommune);
  const kommune = operator ? await deps.kommuneOf(name ?? '') : await deps.ownKommune(principal);
  return kommune ? ok({ actor: principal.actor, kommune }) : refuse(notKommune);
}

/** The operator at the command line acts for nobody. */
function isOperator(principal: Principal): boolean {
  return principal.kind === 'betreiber' && principal.tenant === null;
}
