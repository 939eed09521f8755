import { type MatchingDeps, nutzungFor } from '#compass';
import type { Principal } from '#platform';
import type { SolutionsDeps } from '#solutions';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';
import { houseOf } from './duties.ts';
import { ownKommune } from './onlinedienst.ts';

/** What the register of Lösungen needs of the others. */
export function solutionsDeps(
  services: Services,
  matching: MatchingDeps,
  { rueckfragen, felderOf }: Pick<SolutionsDeps, 'rueckfragen' | 'felderOf'>,
): SolutionsDeps {
  const { db, clock, demo, worlds } = services;
  return {
    db,
    clock,
    demo,
    catalogue: worlds.catalogue,
    register: worlds.solutions,
    registerChanged: worlds.expire,
    nutzung: async (principal) => {
      const ags = (await ownKommune(services, principal))?.ags ?? null;
      return nutzungFor(matching, { tenant: principal?.tenant ?? null, ags });
    },
    rueckfragen,
    felderOf,
    nutzenHref: (principal, loesung) => (seesCircle(principal) ? `/loesungen/${loesung}/nutzen` : null),
    houseOf: (principal) => houseOf(services, principal),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

function seesCircle(principal: Principal | null): boolean {
  const permissions = principal?.permissions;
  return permissions?.has('compass.stand.read') === true || permissions?.has('circle.read') === true;
}
