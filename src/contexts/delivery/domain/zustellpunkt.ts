export const zustellpunktStates = ['draft', 'active', 'suspended', 'ended'] as const;
export type ZustellpunktState = (typeof zustellpunktStates)[number];

export const zustellpunktActions = ['activate', 'suspend', 'resume', 'end'] as const;
export type ZustellpunktAction = (typeof zustellpunktActions)[number];

const transitions: Readonly<
  Record<ZustellpunktState, Partial<Record<ZustellpunktAction, ZustellpunktState>>>
> = {
  draft: { activate: 'active', end: 'ended' },
  active: { suspend: 'suspended', end: 'ended' },
  suspended: { resume: 'active', end: 'ended' },
  ended: {},
};

/** The state after an action, or `null` where the action is not possible in that state. */
export function zustellpunktAfter(
  state: ZustellpunktState,
  action: ZustellpunktAction,
): ZustellpunktState | null {
  return transitions[state][action] ?? null;
}

/** Whether a state takes new submissions; what has arrived can be opened in every state. */
export function receives(state: ZustellpunktState): boolean {
  return state === 'active';
}
