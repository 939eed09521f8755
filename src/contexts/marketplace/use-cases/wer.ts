import type { Anbieter, Kommune } from '#efa';
import { membersOfActor } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal } from '#platform';
import { notKommune, notProvider, notSigner } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';

/** Somebody of a Kommune who has to do with its orders. Only `bestellendeOf` makes one. */
export interface Bestellende {
  readonly actor: Actor;
  readonly kommune: Kommune;
  /** The person who acts, never the one for whom a deputy acts; `null` for machines and the operator. */
  readonly mitglied: string | null;
  readonly darfVorbereiten: boolean;
  /** Has the role to order; whether this person may bind the Kommune its Zeichnungsbefugnisse say. */
  readonly darfBestellen: boolean;
}

/** Somebody who looks after offers and orders for an IT-Dienstleister. Only `anbietendeOf` makes one. */
export interface Anbietende {
  readonly actor: Actor;
  readonly anbieter: Anbieter;
}

export type Recht = 'lesen' | 'vorbereiten' | 'bestellen';

type Finding = { readonly efa: Pick<MarketplaceDeps['efa'], 'ownKommune' | 'ownAnbieter'> };

/** Who of a Kommune may see, prepare or sign orders. */
export async function bestellendeOf(
  { efa }: Finding,
  principal: Principal | null,
  recht: Recht,
): Promise<Result<Bestellende>> {
  if (principal === null) return refuse(notKommune);
  const may = (permission: string) => principal.kind === 'betreiber' || principal.permissions.has(permission);
  const darfVorbereiten = may('marketplace.prepare');
  const darfBestellen = may('marketplace.order');
  const allowed = {
    lesen: darfVorbereiten || darfBestellen || may('costs.read'),
    vorbereiten: darfVorbereiten || darfBestellen,
    bestellen: darfBestellen,
  };
  const kommune = allowed.lesen ? await efa.ownKommune(principal) : null;
  if (kommune === null) return refuse(notKommune);
  if (!allowed[recht]) return refuse(recht === 'bestellen' ? notSigner : notKommune);
  const mitglied = membersOfActor(principal.actor)?.id ?? null;
  return ok({ actor: principal.actor, kommune, mitglied, darfVorbereiten, darfBestellen });
}

/** Who may state prices and answer orders for an IT-Dienstleister. */
export async function anbietendeOf(
  { efa }: Finding,
  principal: Principal | null,
): Promise<Result<Anbietende>> {
  const may = principal?.kind === 'betreiber' || principal?.permissions.has('marketplace.manage') === true;
  const anbieter = principal !== null && may ? await efa.ownAnbieter(principal) : null;
  return principal && anbieter ? ok({ actor: principal.actor, anbieter }) : refuse(notProvider);
}
