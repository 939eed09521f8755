import { type Actor, actorOf, type Principal } from '#platform';
import type { Caller } from './deps.ts';

const shape = /^mitglied:([0-9a-f-]{36})(?:\+vertretung:([0-9a-f-]{36}))?$/;

/** A member as actor; with `actingFor`, as somebody's deputy. Every audit line of the deputy carries both. */
export function memberActor(id: string, actingFor: string | null = null): Actor {
  return actorOf('mitglied', actingFor === null ? id : `${id}+vertretung:${actingFor}`);
}

/** The members that an actor names: who acts, and for whom; `null` for machines, operators and the system. */
export function membersOfActor(
  actor: string,
): { readonly id: string; readonly actingFor: string | null } | null {
  const [, id, actingFor] = shape.exec(actor) ?? [];
  return id ? { id, actingFor: actingFor ?? null } : null;
}

/** The caller that a principal is; `null` where it stands for no organisation. */
export function callerOf(principal: Principal | null): Caller | null {
  if (!principal?.tenant) return null;
  return { tenant: principal.tenant, actor: principal.actor, permissions: principal.permissions };
}
