import type { Context, Hono } from 'hono';
import { createRateLimiter } from '#platform';
import { suchdienst, suchdienstPath } from '#pvog';
import { fitConnectRouting, fitConnectRoutingPath } from '#routing';
import type { Contexts } from './contexts.ts';
import type { Services } from './services.ts';
import { version } from './version.ts';
import { pvogDeps } from './wiring/pvog.ts';
import { routingSigner } from './wiring/routing.ts';

/** A door whose addresses and answers a standard gives. */
export interface StandardDoor {
  readonly path: string;
  readonly app: Hono;
}

const perMinute = 600;

/** The doors of other systems' standards, without login, on the host of the API. */
export function standardDoors(
  services: Services,
  { routing, finder }: Pick<Contexts, 'routing' | 'finder'>,
  clientAddressOf: (context: Context) => string,
): readonly StandardDoor[] {
  return [
    {
      path: fitConnectRoutingPath,
      app: fitConnectRouting({
        ...routing,
        signer: routingSigner(services),
        limiter: createRateLimiter(perMinute),
        clientAddressOf,
        onFault: (err) => services.logger.error({ err }, 'FIT-Connect routing failed'),
      }),
    },
    {
      path: suchdienstPath,
      app: suchdienst({
        ...pvogDeps(services, { routing, finder }),
        limiter: createRateLimiter(perMinute),
        clientAddressOf,
        onFault: (err) => services.logger.error({ err }, 'PVOG search failed'),
        origin: services.hosts.originOf('api'),
        version,
      }),
    },
  ];
}
