import type { CompassDeps, MatchingDeps } from '#compass';
import { readAllLive } from '#efa';
import { readOrganisation } from '#identity';
import { isValidOn } from '#kernel';
import { actorOf } from '#platform';
import { angebotId } from '#solutions';
import type { Services } from '../services.ts';

const system = actorOf('system', 'kompass');

/** What matching needs besides the Umsetzungsstand: the register, what is live, who looks after whom. */
export function matchingDeps(services: Services, compass: CompassDeps): MatchingDeps {
  const { db, clock, worlds } = services;
  return {
    ...compass,
    register: worlds.solutions,
    live: async () => (await db.withPublic(readAllLive)).map(liveAngebot),
    betreuerOf: async ({ tenant }) => {
      const own = await readOrganisation(services, { tenant, actor: system, permissions: new Set() });
      const provider = own.ok ? own.value.providers[0] : undefined;
      if (!own.ok || provider === undefined) return null;
      const teilt = own.value.einwilligungen.some(
        (one) => one.providerId === provider.id && isValidOn(one, clock.today()),
      );
      return { tenant: provider.id, name: provider.name, teilt };
    },
  };
}

function liveAngebot({
  dienst,
  titel,
  ags,
  leika,
  seit,
  ausgesetztGrund,
}: Awaited<ReturnType<typeof readAllLive>>[number]): Awaited<ReturnType<MatchingDeps['live']>>[number] {
  return { loesungId: angebotId(dienst), titel, ags, leika, seit, ausgesetztGrund };
}
