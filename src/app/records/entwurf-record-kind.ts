import { type RecordKind, recordOf } from '#discussion';
import { ok } from '#kernel';
import type { Principal } from '#platform';
import { entwurfArt, findeElement } from '#workshop';
import type { Services } from '../services.ts';
import { ownAnbieter } from '../wiring/onlinedienst.ts';

/** An element of a draft in the workshop: only the house that builds it may ask about it. */
export function entwurfKind(services: Services): RecordKind {
  const deps = {
    db: services.db,
    ownAnbieter: (principal: Principal | null) => ownAnbieter(services, principal),
  };
  return {
    art: entwurfArt,
    label: 'Teil eines Onlinedienstes im Entwurf',
    mayRead: (permissions) => permissions.has('workshop.author'),
    find: async (principal, text) => {
      const found = await findeElement(deps, principal, text);
      return found.ok ? ok(recordOf({ art: entwurfArt, ...found.value })) : found;
    },
  };
}
