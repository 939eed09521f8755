import type { Anbieter, Kommune } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import { notAllowed, notManager } from '../errors.ts';

/** Who looks at parameters: a Kommune at its own and at what is public, a provider at its circle's. */
export type Asker = { readonly actor: Actor; readonly mayChange: boolean } & (
  | { readonly art: 'kommune'; readonly kommune: Kommune }
  | { readonly art: 'anbieter'; readonly anbieter: Anbieter }
);

/** Refuses whoever acts for neither a Kommune nor a provider. */
export async function askerOf(
  { efa }: Pick<ParametersDeps, 'efa'>,
  principal: Principal | null,
): Promise<Result<Asker>> {
  if (principal === null) return refuse(notAllowed);
  const { actor } = principal;
  // The operator at the command line may do what the organisation it acts for may do.
  const may = (permission: string) => principal.kind === 'betreiber' || principal.permissions.has(permission);
  const kommune = await efa.ownKommune(principal);
  if (kommune) return ok({ art: 'kommune', actor, kommune, mayChange: may('efa.anbindung.manage') });
  const anbieter = may('circle.read') ? await efa.ownAnbieter(principal) : null;
  if (anbieter) return ok({ art: 'anbieter', actor, anbieter, mayChange: may('efa.angebot.manage') });
  return refuse(notAllowed);
}

/** Who may change something here. */
export async function changerOf(
  deps: Pick<ParametersDeps, 'efa'>,
  principal: Principal | null,
): Promise<Result<Asker>> {
  const asker = await askerOf(deps, principal);
  return !asker.ok || asker.value.mayChange ? asker : refuse(notManager);
}
