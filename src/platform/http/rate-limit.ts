/** Lets through so many calls a key and time; the rest is told how long to wait. */
export interface RateLimiter {
  /** Seconds to wait, or 0 where the call may pass. */
  readonly take: (key: string) => number;
  /** The same, without counting a call. */
  readonly waitOf: (key: string) => number;
  /** How many calls are left now, of how many, and in how many seconds all are there again. */
  readonly stateOf: (key: string) => RateLimitState;
}

export interface RateLimitState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

const forgetAbove = 50_000;

/** A token bucket a key, in this process's memory: `perMinute` calls a minute, as many at once. */
export function createRateLimiter(perMinute: number, now: () => number = Date.now): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  const bucketOf = (key: string): Bucket => {
    const at = now();
    const known = buckets.get(key);
    const tokens = known ? Math.min(perMinute, known.tokens + (at - known.at) * perMs) : perMinute;
    return { tokens, at };
  };
  const waitFor = ({ tokens }: Bucket) => (tokens < 1 ? Math.ceil((1 - tokens) / perMs / 1000) : 0);
  return {
    take: (key) => {
      const bucket = bucketOf(key);
      const wait = waitFor(bucket);
      if (wait === 0) bucket.tokens -= 1;
      if (buckets.size > forgetAbove) buckets.clear();
      buckets.set(key, bucket);
      return wait;
    },
    waitOf: (key) => waitFor(bucketOf(key)),
    stateOf: (key) => {
      const { tokens } = bucketOf(key);
      return {
        limit: perMinute,
        remaining: Math.floor(tokens),
        resetSeconds: Math.ceil((perMinute - tokens) / perMs / 1000),
      };
    },
  };
}
