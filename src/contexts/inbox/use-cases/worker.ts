import { membersOfActor } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import { applicantActor } from '../domain/eintrag.ts';
import { notAllowed } from '../errors.ts';
import type { Colleague, InboxDeps, Worker } from '../ports.ts';

/** As whom somebody works the inbox of the own organisation. */
export function workerOf(
  principal: Principal | null,
  permission: 'inbox.read' | 'inbox.work',
): Result<Worker> {
  if (!principal?.tenant || !principal.permissions.has(permission)) return refuse(notAllowed);
  return ok(workerIn(principal.tenant, principal));
}

/** As whom an operator, who may do all, works the inbox of an organisation. */
export function workerIn(tenant: Worker['tenant'], { actor }: Pick<Principal, 'actor'>): Worker {
  return { tenant, actor, mitglied: membersOfActor(actor)?.id ?? null };
}

/** What people and programs are called who stand in a history. */
export type Names = (actor: string) => string;

export async function namesFor(deps: Pick<InboxDeps, 'colleagues'>, worker: Worker): Promise<Names> {
  return namesOf(await deps.colleagues(worker));
}

export function namesOf(colleagues: readonly Colleague[]): Names {
  const byId = new Map(colleagues.map(({ id, name }) => [id, name]));
  return (actor) => {
    if (actor === applicantActor) return 'die antragstellende Person';
    const member = membersOfActor(actor);
    const name = byId.get(member?.id ?? actor);
    if (name !== undefined) return name;
    if (member) return 'ein früheres Mitglied';
    if (actor.startsWith('maschine:')) return 'ein Programm Ihrer Behörde';
    return actor.startsWith('betreiber:') ? 'der Betrieb' : 'Leitwerk';
  };
}
