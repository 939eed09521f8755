import { join } from 'node:path';
import { type DescriptionsDeps, feedFiles } from '#descriptions';
import { callerOf, readCircle } from '#identity';
import { kommuneOf, ownKommune } from './onlinedienst-wiring.ts';
import type { Services } from './services.ts';

/** What descriptions need of the others: whose Kommune, whose circle, and where feeds lie. */
export function descriptionsDeps(services: Services): DescriptionsDeps {
  const { db, clock, demo, worlds, config } = services;
  return {
    db,
    clock,
    demo,
    catalogue: worlds.catalogue,
    territory: worlds.territory,
    feeds: feedFiles(join(config.dataFolder, 'uploads', 'xzufi')),
    ownKommune: (principal) => ownKommune(services, principal),
    kommuneOf: (ags) => kommuneOf(services, ags),
    circleOf: async (principal) => {
      const caller = callerOf(principal);
      if (caller === null || !caller.permissions.has('circle.read')) return null;
      const kommunen = await readCircle(services, caller);
      return kommunen.flatMap(({ id, bodyKey, name }) =>
        bodyKey ? [{ tenant: id, ags: bodyKey, name }] : [],
      );
    },
  };
}
