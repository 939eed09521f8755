import type { Anbieter, Kommune } from '#efa';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal, TenantId } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { notManager, notPayer } from '../errors.ts';

/** Somebody who apportions and bills for an IT-Dienstleister. Only `managerOf` makes one. */
export interface Manager {
  readonly actor: Actor;
  readonly anbieter: Anbieter;
}

/** Somebody who reads what a Kommune pays. Only `payerOf` makes one. */
export interface Payer {
  readonly actor: Actor;
  readonly kommune: Kommune;
}

type Finding = Pick<CostsDeps, 'ownAnbieter' | 'ownKommune'>;

/** Who may apportion: members of an IT-Dienstleister with the permission, and the operator acting for one. */
export async function managerOf(deps: Finding, principal: Principal | null): Promise<Result<Manager>> {
  if (principal === null || !principal.permissions.has('costs.manage')) return refuse(notManager);
  const anbieter = await deps.ownAnbieter(principal);
  return anbieter ? ok({ actor: principal.actor, anbieter }) : refuse(notManager);
}

/** Who may read what a Kommune pays: its coordination, its head and its Kämmerei. */
export async function payerOf(deps: Finding, principal: Principal | null): Promise<Result<Payer>> {
  if (principal === null || !principal.permissions.has('costs.read')) return refuse(notPayer);
  const kommune = await deps.ownKommune(principal);
  return kommune ? ok({ actor: principal.actor, kommune }) : refuse(notPayer);
}

/** Whoever reads costs at all: one or the other. */
export type Reader =
  | { readonly art: 'dienstleister'; readonly manager: Manager }
  | { readonly art: 'kommune'; readonly payer: Payer };

export async function readerOf(deps: Finding, principal: Principal | null): Promise<Result<Reader>> {
  const manager = await managerOf(deps, principal);
  if (manager.ok) return ok({ art: 'dienstleister', manager: manager.value });
  const payer = await payerOf(deps, principal);
  return payer.ok ? ok({ art: 'kommune', payer: payer.value }) : payer;
}

/** For which house somebody reads, and who it is. */
export function houseOf(reader: Reader): { readonly tenant: TenantId; readonly actor: Actor } {
  if (reader.art === 'kommune') return { tenant: reader.payer.kommune.tenant, actor: reader.payer.actor };
  return { tenant: reader.manager.anbieter.tenant, actor: reader.manager.actor };
}
