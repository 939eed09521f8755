import { createRateLimiter, type TenantId } from '#platform';
import type { Limit, Purpose } from './deps.ts';

/** Calls a minute from one address, and from all addresses together, at one Kommune. */
const perMinute: Readonly<Record<Purpose, readonly [address: number, tenant: number]>> = {
  start: [10, 600],
  resume: [30, 1_200],
  save: [120, 6_000],
  upload: [20, 600],
  submit: [10, 1_200],
  mail: [3, 120],
  message: [6, 300],
  receipt: [10, 600],
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
