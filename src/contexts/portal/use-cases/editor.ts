import type { Kommune } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal } from '#platform';
import { resolveBody } from '#territory';
import type { PortalStaffDeps } from '../deps.ts';
import { kommuneMissing, kommuneWithoutOrganisation, notAllowed } from '../errors.ts';

/** Somebody who may describe the site of a Kommune. Only `editorOf` makes one. */
export interface Editor {
  readonly actor: Actor;
  readonly kommune: Kommune;
}

type EditorDeps = Pick<PortalStaffDeps, 'ownKommune' | 'kommuneOf' | 'world'>;

/** Members with the permission, for their own Kommune; the operator for the one that `body` names. */
export async function editorOf(
  deps: EditorDeps,
  principal: Principal | null,
  body?: string,
): Promise<Result<Editor>> {
  if (principal === null) return refuse(notAllowed);
  if (principal.kind === 'betreiber' && principal.tenant === null) return operatorFor(deps, principal, body);
  if (!principal.permissions.has('portal.manage')) return refuse(notAllowed);
  const kommune = await deps.ownKommune(principal);
  return kommune ? ok({ actor: principal.actor, kommune }) : refuse(notAllowed);
}

async function operatorFor(
  deps: EditorDeps,
  { actor }: Principal,
  body: string | undefined,
): Promise<Result<Editor>> {
  if (body === undefined || body.trim() === '') return refuse(kommuneMissing);
  const found = resolveBody((await deps.world()).territory, body);
  // A Kommune of a Land that is not imported is known by its organisation alone.
  const kommune = await deps.kommuneOf(found.ok ? found.value.ags : body.trim());
  if (!found.ok) return kommune ? ok({ actor, kommune }) : found;
  return kommune ? ok({ actor, kommune }) : refuse(kommuneWithoutOrganisation(found.value.name));
}
