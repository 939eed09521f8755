import type { Context } from 'hono';
import type { FinderIndex, SignalPort } from '#finder';
import type { Clock } from '#kernel';
import type { Database, RateLimiter } from '#platform';
import type { RoutingWorld } from '#routing';

/** What the answers are made of. */
export interface PvogReadDeps {
  readonly db: Pick<Database, 'withPublic'>;
  readonly clock: Clock;
  readonly index: () => Promise<FinderIndex>;
  readonly signals: SignalPort;
  readonly world: () => Promise<RoutingWorld>;
}

/** What the door needs from those who compose it. */
export interface PvogDeps extends PvogReadDeps {
  readonly limiter: RateLimiter;
  readonly clientAddressOf: (context: Context) => string;
  /** Hears of a fault, which is answered with 500. */
  readonly onFault: (error: unknown) => void;
  /** Where the door stands, with scheme and host: for its own description. */
  readonly origin: string;
  readonly version: string;
}
