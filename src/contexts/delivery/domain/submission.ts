export const submissionStates = ['submitted', 'forwarded', 'accepted', 'rejected', 'deleted'] as const;
export type SubmissionState = (typeof submissionStates)[number];

export const submissionActions = ['accept', 'reject', 'forward', 'delete'] as const;
export type SubmissionAction = (typeof submissionActions)[number];

// What nobody has taken, handed on or refused cannot be deleted: it would be lost.
const transitions: Readonly<Record<SubmissionState, Partial<Record<SubmissionAction, SubmissionState>>>> = {
  submitted: { accept: 'accepted', reject: 'rejected', forward: 'forwarded' },
  accepted: { forward: 'forwarded', delete: 'deleted' },
  rejected: { delete: 'deleted' },
  forwarded: { delete: 'deleted' },
  deleted: {},
};

/** The state after an action, or `null` where the action is not possible in that state. */
export function submissionAfter(state: SubmissionState, action: SubmissionAction): SubmissionState | null {
  return transitions[state][action] ?? null;
}

/** The actions that end in `deleted`, by state: which submissions a deletion rule may reach. */
export function isDeletable(state: SubmissionState): boolean {
  return submissionAfter(state, 'delete') !== null;
}
