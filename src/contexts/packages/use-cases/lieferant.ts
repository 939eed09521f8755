import type { Anbieter } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal } from '#platform';
import type { PackagesDeps } from '../deps.ts';
import { notProvider } from '../errors.ts';

/** Somebody who packs and takes over services for an IT-Dienstleister. Only `lieferantOf` makes one. */
export interface Lieferant {
  readonly actor: Actor;
  readonly anbieter: Anbieter;
}

/** Members of an IT-Dienstleister with the permission, and the operator for one that it names. */
export async function lieferantOf(
  { ownAnbieter }: Pick<PackagesDeps, 'ownAnbieter'>,
  principal: Principal | null,
): Promise<Result<Lieferant>> {
  if (principal === null || principal.tenant === null) return refuse(notProvider);
  const may = principal.kind === 'betreiber' || principal.permissions.has('efa.angebot.manage');
  const anbieter = may ? await ownAnbieter(principal) : null;
  return anbieter === null ? refuse(notProvider) : ok({ actor: principal.actor, anbieter });
}
