import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal } from '#platform';
import { resolveBody } from '#territory';
import type { Anbieter, EfaDeps, Kommune } from '../doors-deps.ts';
import { kommuneMissing, kommuneWithoutOrganisation, notAllowed, notProvider } from '../errors.ts';

/** Somebody who may change the Anbindungen of a Kommune. Only `editorOf` makes one. */
export interface Editor {
  readonly actor: Actor;
  readonly kommune: Kommune;
}

/** Who may see the Anbindungen of a Kommune: its members, and the operator at the command line. */
export async function readerOf(
  deps: Pick<EfaDeps, 'ownKommune' | 'kommuneOf' | 'world'>,
  principal: Principal | null,
  body?: string,
): Promise<Result<Editor>> {
  if (principal === null) return refuse(notAllowed);
  if (isOperator(principal)) {
    if (body === undefined || body.trim() === '') return refuse(kommuneMissing);
    const found = resolveBody((await deps.world()).territory, body);
    // A Kommune of a Land that is not imported is known by its organisation alone.
    const kommune = await deps.kommuneOf(found.ok ? found.value.ags : body.trim());
    if (!found.ok) return kommune ? ok({ actor: principal.actor, kommune }) : found;
    return kommune
      ? ok({ actor: principal.actor, kommune })
      : refuse(kommuneWithoutOrganisation(found.value.name));
  }
  const kommune = await deps.ownKommune(principal);
  return kommune ? ok({ actor: principal.actor, kommune }) : refuse(notAllowed);
}

/** Who may change them: members with the permission, and the operator. */
export async function editorOf(
  deps: Pick<EfaDeps, 'ownKommune' | 'kommuneOf' | 'world'>,
  principal: Principal | null,
  body?: string,
): Promise<Result<Editor>> {
  if (principal !== null && (isOperator(principal) || principal.permissions.has('efa.anbindung.manage')))
    return readerOf(deps, principal, body);
  return refuse(notAllowed);
}

/** Does something for the Kommune of somebody who may change its Anbindungen. */
export async function asEditor<T>(
  deps: Pick<EfaDeps, 'ownKommune' | 'kommuneOf' | 'world'>,
  principal: Principal | null,
  act: (editor: Editor) => Promise<Result<T>>,
  body?: string,
): Promise<Result<T>> {
  const editor = await editorOf(deps, principal, body);
  return editor.ok ? act(editor.value) : editor;
}

/** The provider for which somebody may offer Onlinedienste. */
export async function anbieterOf(
  deps: Pick<EfaDeps, 'ownAnbieter' | 'anbieterNamed'>,
  principal: Principal | null,
  name?: string,
): Promise<Result<{ readonly actor: Actor; readonly anbieter: Anbieter }>> {
  if (principal === null) return refuse(notProvider);
  const operator = isOperator(principal);
  if (!operator && !principal.permissions.has('efa.angebot.manage')) return refuse(notProvider);
  const anbieter = operator ? await deps.anbieterNamed(name ?? '') : await deps.ownAnbieter(principal);
  return anbieter ? ok({ actor: principal.actor, anbieter }) : refuse(notProvider);
}

/** The operator at the command line acts for nobody. */
function isOperator(principal: Principal): boolean {
  return principal.kind === 'betreiber' && principal.tenant === null;
}
