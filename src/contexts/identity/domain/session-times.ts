/** How long sessions and links live. */
export const lifetimes = {
  /** Without a request. */
  sessionIdleMs: 30 * 60_000,
  /** At most, whatever happens. */
  sessionMs: 10 * 3_600_000,
  /** Between password and code. */
  unfinishedSignInMs: 10 * 60_000,
  /** How old `last_seen_at` may become before a request renews it. */
  touchMs: 60_000,
  invitationMs: 7 * 86_400_000,
  passwordResetMs: 60 * 60_000,
  challengeMs: 10 * 60_000,
  tokenMostDays: 365,
} as const;
