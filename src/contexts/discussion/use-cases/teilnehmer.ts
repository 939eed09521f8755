import { membersOfActor } from '#identity';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { Actor, Principal, TenantId } from '#platform';
import type { DiscussionDeps, House } from '../deps.ts';
import { notAllowed, ohneOrganisation } from '../errors.ts';
import type { RecordKind } from '../record-kind.ts';
import type { Leser } from '../store/rueckfragen.ts';

/** The permission to ask and to answer; whoever has it follows every thread of their house. */
export const schreiben = 'discussion.write';

/** Somebody who takes part for their organisation. */
export interface Teilnehmer {
  readonly principal: Principal;
  readonly tenant: TenantId;
  readonly actor: Actor;
  /** `mitglied:<uuid>`, also where the person acts for another. */
  readonly person: string;
  readonly darfSchreiben: boolean;
  readonly leser: Leser;
}

/** A reader from what identifies them and what their roles allow. */
export function leserOf(
  records: readonly RecordKind[],
  { person, vertritt }: Pick<Leser, 'person' | 'vertritt'>,
  permissions: ReadonlySet<string>,
): Leser {
  return {
    person,
    vertritt,
    folgtAllem: permissions.has(schreiben),
    arten: records.filter(({ mayRead }) => mayRead(permissions)).map(({ art }) => art),
  };
}

/** The person that a principal is, for their organisation. */
export function teilnehmerOf(
  { records }: Pick<DiscussionDeps, 'records'>,
  principal: Principal | null,
): Result<Teilnehmer> {
  if (!principal?.tenant) return refuse(ohneOrganisation);
  const { actor, tenant, permissions } = principal;
  const member = membersOfActor(actor);
  const person = member ? `mitglied:${member.id}` : actor;
  const vertritt = member?.actingFor ? `mitglied:${member.actingFor}` : null;
  return ok({
    principal,
    tenant,
    actor,
    person,
    darfSchreiben: permissions.has(schreiben),
    leser: leserOf(records, { person, vertritt }, permissions),
  });
}

/** Somebody who may write, with their house. */
export async function schreiberOf(
  deps: DiscussionDeps,
  principal: Principal | null,
): Promise<Result<Teilnehmer & { readonly house: House }>> {
  const found = teilnehmerOf(deps, principal);
  if (!found.ok) return found;
  if (!found.value.darfSchreiben) return refuse(notAllowed);
  const house = await deps.houseOf(principal);
  return house === null ? refuse(ohneOrganisation) : ok({ ...found.value, house });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id from outside; text that is none finds nothing. */
export function threadId(text: string, otherwise: Refusal): Result<string> {
  return uuid.test(text) ? ok(text) : refuse(otherwise);
}
