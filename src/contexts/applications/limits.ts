import { createRateLimiter, type TenantId } from '#platform';
import type { Limit, Purpose } from './deps.ts';

/** Calls a minute from one address, and from all addresses together, at one Kommune. */
const perMinute: Readonly<Record<Purpose, readonly [address: number, tenant: number]>> = {
  start: [30, 3_000],
  resume: [60, 6_000],
  save: [300, 30_000],
  upload: [60, 3_000],
  submit: [30, 6_000],
  mail: [5, 300],
  message: [20, 1_200],
  receipt: [30, 3_000],
};

/** Limits against flooding, in this process's memory. Many people behind one address still get through. */
export function applicationLimits(now?: () => number): Limit {
  const limiters = new Map(
    Object.entries(perMinute).map(([purpose, [address, tenant]]) => [
      purpose,
      { address: createRateLimiter(address, now), tenant: createRateLimiter(tenant, now) },
    ]),
  );
  return (purpose: Purpose, address: string, tenant: TenantId) => {
    const limiter = limiters.get(purpose);
    if (!limiter) return 0;
    return limiter.address.take(`${tenant}\n${address}`) || limiter.tenant.take(tenant);
  };
}
