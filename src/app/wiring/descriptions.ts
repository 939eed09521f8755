import { join } from 'node:path';
import { type DescriptionsDeps, feedFiles } from '#descriptions';
import { callerOf, contactOf, readCircle } from '#identity';
import { actorOf } from '#platform';
import type { Services } from '../services.ts';
import { kommuneOf, ownKommune } from './onlinedienst.ts';

const system = actorOf('system', 'descriptions');

/** What descriptions need of the others: whose Kommune, whose circle, and where feeds lie. */
export function descriptionsDeps(services: Services): DescriptionsDeps {
  const { db, clock, keys, demo, worlds, config } = services;
  return {
    db,
    clock,
    demo,
    catalogue: worlds.catalogue,
    territory: worlds.territory,
    feeds: feedFiles(join(config.dataFolder, 'uploads', 'xzufi')),
    ownKommune: (principal) => ownKommune(services, principal),
    kommuneOf: (ags) => kommuneOf(services, ags),
    personName: async (tenant, id) =>
      (await db.withTenant(tenant, system, (tx) => contactOf(tx, { clock, keys }, tenant, id)))?.name ?? null,
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
