/** Lets through so many calls a key and time; the rest is told how long to wait. */
export interface RateLimiter {
  /** Seconds to wait, or 0 where the call may pass. */
  readonly take: (key: string) => number;
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
  return {
    take: (key) => {
      const time = now();
      const bucket = buckets.get(key) ?? { tokens: perMinute, at: time };
      bucket.tokens = Math.min(perMinute, bucket.tokens + (time - bucket.at) * perMs);
      bucket.at = time;
      if (buckets.size > forgetAbove) buckets.clear();
      buckets.set(key, bucket);
      if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perMs / 1000);
      bucket.tokens -= 1;
      return 0;
    },
  };
}
