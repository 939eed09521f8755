import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { DutiesDeps } from './doors-deps.ts';
import { notAllowed } from './errors.ts';
import type { Vorschlag } from './store-vorschlag.ts';
import { acceptVorschlag, rejectVorschlag } from './use-cases/decide-vorschlag.ts';
import { noteRule } from './use-cases/note-rule.ts';
import { proposeRule, type ReviewHouse, type VorschlagInput } from './use-cases/propose-rule.ts';

/** The permissions of the workbench. */
export const reviewPermissions = {
  propose: 'duties.rule.propose',
  decide: 'duties.rule.decide',
} as const;

/** Somebody proposes what should become of a rule. */
export async function propose(
  deps: DutiesDeps,
  principal: Principal | null,
  input: VorschlagInput,
): Promise<Result<{ readonly id: string }>> {
  const house = await houseOf(deps, principal);
  return house.ok ? proposeRule(deps.db, (await deps.world()).duties, house.value, input) : house;
}

/** Somebody adds a word to the discussion of a rule. */
export async function note(
  deps: DutiesDeps,
  principal: Principal | null,
  regelId: string,
  text: string,
): Promise<Result<{ readonly id: string }>> {
  const house = await houseOf(deps, principal);
  return house.ok ? noteRule(deps.db, (await deps.world()).duties, house.value, regelId, text) : house;
}

/** A second person accepts a proposal; the next reader sees the new rule. */
export async function accept(
  deps: DutiesDeps,
  principal: Principal | null,
  id: string,
): Promise<Result<Vorschlag>> {
  const house = await houseOf(deps, principal);
  if (!house.ok) return house;
  const accepted = await acceptVorschlag(deps.db, house.value, id);
  if (accepted.ok) deps.worldChanged();
  return accepted;
}

/** A second person rejects a proposal with a reason. */
export async function reject(
  deps: DutiesDeps,
  principal: Principal | null,
  id: string,
  antwort: string,
): Promise<Result<Vorschlag>> {
  const house = await houseOf(deps, principal);
  return house.ok ? rejectVorschlag(deps.db, house.value, id, antwort) : house;
}

async function houseOf(deps: DutiesDeps, principal: Principal | null): Promise<Result<ReviewHouse>> {
  const house = await deps.houseOf(principal);
  if (!principal?.tenant || house === null) return refuse(notAllowed('An Regeln mitarbeiten'));
  if (house.decider === null)
    return refuse({
      kind: 'conflict',
      code: 'DUTIES_NO_PROVIDER',
      message:
        'Ihre Kommune wird von keinem IT-Dienstleister betreut, der über Regeln entscheiden könnte. Bitte wenden Sie sich an den Betrieb.',
    });
  return ok({
    actor: principal.actor,
    tenant: principal.tenant,
    recipient: house.decider.id,
    name: house.name,
    mayPropose: principal.permissions.has(reviewPermissions.propose),
    mayDecide: principal.permissions.has(reviewPermissions.decide),
  });
}
