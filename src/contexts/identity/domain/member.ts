import type { LocalDate } from '#kernel';
import type { Role } from './roles.ts';

export const memberStates = ['invited', 'active', 'suspended', 'removed'] as const;
export type MemberState = (typeof memberStates)[number];

export const memberActions = ['accept', 'suspend', 'resume', 'remove'] as const;
export type MemberAction = (typeof memberActions)[number];

const transitions: Readonly<Record<MemberState, Partial<Record<MemberAction, MemberState>>>> = {
  invited: { accept: 'active', remove: 'removed' },
  active: { suspend: 'suspended', remove: 'removed' },
  suspended: { resume: 'active', remove: 'removed' },
  removed: {},
};

/** The state after an action, or `null` where the action is not possible in that state. */
export function transition(state: MemberState, action: MemberAction): MemberState | null {
  return transitions[state][action] ?? null;
}

/** What can be done with a member in a state. */
export function possibleActions(state: MemberState): readonly MemberAction[] {
  return memberActions.filter((action) => transitions[state][action] !== undefined);
}

/** A person of an organisation, with name and address opened. */
export interface Member {
  readonly id: string;
  readonly state: MemberState;
  readonly roles: readonly Role[];
  /** The offices for which the person works the inbox, by id; `null`: all. */
  readonly stellen: readonly string[] | null;
  readonly name: string;
  /** Null after removal. */
  readonly email: string | null;
  readonly hasTotp: boolean;
  /** The last day on which the person may sign in; `null`: without end. */
  readonly gueltigBis: LocalDate | null;
  readonly createdAt: Date;
}

/** Whether a limited access is over on a day; the last day still counts. */
export function hasEnded(gueltigBis: string | null, today: LocalDate): boolean {
  return gueltigBis !== null && gueltigBis < today;
}

/** Somebody who acts for a member between two days, both inclusive. */
export interface Vertretung {
  readonly id: string;
  readonly memberId: string;
  readonly deputyId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly endedAt: Date | null;
}
