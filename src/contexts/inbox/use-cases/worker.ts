import { membersOfActor } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import { applicantActor } from '../domain/eintrag.ts';
import { notAllowed } from '../errors.ts';
import type { Colleague, Worker } from '../ports.ts';
import type { Eingang } from '../store/eingaenge.ts';

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

/** Whether a colleague works for an office. */
export function worksFor({ stellen }: Pick<Colleague, 'stellen'>, stelle: string): boolean {
  return stellen === null || stellen.includes(stelle);
}

/**
 * Which cases somebody may open: a member those of the own offices, a deputy those of whom it stands for, a program and
 * the operator all. Who is no colleague sees none.
 */
export function sightOf(
  worker: Worker,
  colleagues: readonly Colleague[],
): (eingang: Pick<Eingang, 'stelle'>) => boolean {
  const member = membersOfActor(worker.actor);
  if (member === null) return () => true;
  const self = colleagues.find(({ id }) => id === (member.actingFor ?? member.id));
  return ({ stelle }) => self !== undefined && worksFor(self, stelle);
}
