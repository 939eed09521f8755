/** How many attempts are free in a window, and how long the first wait is. */
export interface ThrottlePolicy {
  readonly free: number;
  readonly windowSeconds: number;
  readonly firstWaitSeconds: number;
  readonly mostWaitSeconds: number;
}

/** Attempts against one account: five, then a wait that doubles. */
export const accountPolicy: ThrottlePolicy = {
  free: 5,
  windowSeconds: 900,
  firstWaitSeconds: 30,
  mostWaitSeconds: 900,
};

/** Attempts from one address, behind which a whole town hall may stand. */
export const addressPolicy: ThrottlePolicy = {
  free: 50,
  windowSeconds: 900,
  firstWaitSeconds: 60,
  mostWaitSeconds: 900,
};

export interface ThrottleState {
  readonly attempts: number;
  readonly windowEndsAt: Date;
  readonly blockedUntil: Date | null;
}

/** Whether an attempt may be made now: the state to keep, and the seconds to wait (0: go on). */
export interface ThrottleDecision {
  readonly state: ThrottleState;
  readonly waitSeconds: number;
}

/** Counts an attempt before it is made, so that attempts at the same time cannot pass uncounted. */
export function countAttempt(
  state: ThrottleState | null,
  policy: ThrottlePolicy,
  now: Date,
): ThrottleDecision {
  const time = now.getTime();
  if (state?.blockedUntil && state.blockedUntil.getTime() > time) {
    return { state, waitSeconds: Math.ceil((state.blockedUntil.getTime() - time) / 1000) };
  }
  const open = state !== null && state.windowEndsAt.getTime() > time;
  const attempts = (open ? state.attempts : 0) + 1;
  const over = attempts - policy.free;
  const wait =
    over < 0 ? 0 : Math.min(policy.firstWaitSeconds * 2 ** Math.min(over, 16), policy.mostWaitSeconds);
  const until = wait === 0 ? null : new Date(time + wait * 1000);
  // The window outlasts the wait, so that waiting does not set the count back.
  return {
    state: {
      attempts,
      windowEndsAt: new Date(time + (wait + policy.windowSeconds) * 1000),
      blockedUntil: until,
    },
    waitSeconds: 0,
  };
}
