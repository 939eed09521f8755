import { type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { DutiesDeps } from './doors-deps.ts';
import { notAllowed } from './errors.ts';
import { type DelegationAngabe, readDelegationAngaben } from './store-delegation.ts';
import { confirmDelegation, rejectDelegation } from './use-cases/decide-delegation.ts';
import type { DelegationInput } from './use-cases/delegation-fields.ts';
import {
  type DelegationHouse,
  type StatedDelegation,
  stateDelegation,
  stateEnd,
} from './use-cases/state-delegation.ts';

/** The permissions of the register. */
export const delegationPermissions = {
  state: 'duties.delegation.state',
  confirm: 'duties.delegation.confirm',
} as const;

/** Somebody states a transfer. */
export async function state(
  deps: DutiesDeps,
  principal: Principal | null,
  input: DelegationInput,
): Promise<Result<StatedDelegation>> {
  const house = await houseFor(deps, principal);
  return house.ok ? stateDelegation(deps.db, await deps.world(), house.value, input) : house;
}

/** Somebody states that a transfer ends. */
export async function stateItsEnd(
  deps: DutiesDeps,
  principal: Principal | null,
  end: { readonly id: string; readonly letzterTag: string; readonly begruendung: string },
): Promise<Result<StatedDelegation>> {
  const house = await houseFor(deps, principal);
  return house.ok ? stateEnd(deps.db, await deps.world(), house.value, end) : house;
}

/** A second person confirms a statement; the next reader sees the new fact. */
export async function confirm(
  deps: DutiesDeps,
  principal: Principal | null,
  id: string,
): Promise<Result<DelegationAngabe>> {
  const house = await houseFor(deps, principal);
  if (!house.ok) return house;
  const confirmed = await confirmDelegation(deps.db, await deps.world(), house.value, id);
  if (confirmed.ok) deps.worldChanged();
  return confirmed;
}

/** A second person rejects a statement with a reason. */
export async function reject(
  deps: DutiesDeps,
  principal: Principal | null,
  id: string,
  antwort: string,
): Promise<Result<DelegationAngabe>> {
  const house = await houseFor(deps, principal);
  return house.ok ? rejectDelegation(deps.db, house.value, id, antwort) : house;
}

/** The statements that the person's organisation made or received; nobody else's. */
export async function ownDelegationAngaben(
  { db }: Pick<DutiesDeps, 'db'>,
  principal: Principal | null,
): Promise<readonly DelegationAngabe[]> {
  if (!principal?.tenant) return [];
  return db.withTenant(principal.tenant, principal.actor, readDelegationAngaben);
}

async function houseFor(deps: DutiesDeps, principal: Principal | null): Promise<Result<DelegationHouse>> {
  const [house, own] = await Promise.all([deps.houseOf(principal), deps.ownAgs(principal)]);
  if (!principal?.tenant || house === null)
    return refuse(notAllowed('Am Register der Übertragungen mitarbeiten'));
  if (house.decider === null) return refuse(withoutProvider);
  return {
    ok: true,
    value: {
      actor: principal.actor,
      tenant: principal.tenant,
      recipient: house.decider.id,
      name: house.name,
      own,
      mayState: principal.permissions.has(delegationPermissions.state),
      mayConfirm: principal.permissions.has(delegationPermissions.confirm),
    },
  };
}

const withoutProvider = {
  kind: 'conflict',
  code: 'DUTIES_NO_PROVIDER',
  message:
    'Ihre Kommune wird von keinem IT-Dienstleister betreut, der die Angabe bestätigen könnte. Bitte wenden Sie sich an den Betrieb.',
} as const;
