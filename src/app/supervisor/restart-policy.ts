const windowMs = 10_000;
const allowed = 5;

/** Decides what follows the death of a process: how long to wait, or that it is hopeless. */
export interface RestartPolicy {
  readonly died: (now: number) => { readonly hopeless: boolean; readonly waitMs: number };
}

/** Five deaths within ten seconds are hopeless; before that each wait is twice the last. */
export function restartPolicy(): RestartPolicy {
  let deaths: readonly number[] = [];
  return {
    died: (now) => {
      deaths = [...deaths.filter((at) => now - at < windowMs), now];
      return { hopeless: deaths.length >= allowed, waitMs: 50 * 2 ** deaths.length };
    },
  };
}
