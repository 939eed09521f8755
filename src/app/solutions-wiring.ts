import { readAllLive } from '#efa';
import type { Nutzung, SolutionsDeps } from '#solutions';
import { angebotId } from '#solutions';
import { houseOf } from './duties-wiring.ts';
import { actingFor } from './organisations.ts';
import type { Services } from './services.ts';

/** What the register of Lösungen needs of the others. */
export function solutionsDeps(services: Services): SolutionsDeps {
  const { db, clock, demo, worlds } = services;
  return {
    db,
    clock,
    demo,
    catalogue: worlds.catalogue,
    register: worlds.solutions,
    registerChanged: worlds.expire,
    nutzung: (_principal, loesungen) => liveCounts(services, loesungen),
    houseOf: (principal) => houseOf(services, principal),
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

/** What is public of the use: in how many Kommunen an offered Onlinedienst is live. */
async function liveCounts(
  { db }: Services,
  loesungen: readonly string[],
): Promise<ReadonlyMap<string, Nutzung>> {
  const live = (await db.withPublic(readAllLive)).filter(({ ausgesetztGrund }) => ausgesetztGrund === null);
  const counts = new Map<string, Nutzung>();
  for (const { dienst } of live) {
    const id = angebotId(dienst);
    if (loesungen.includes(id))
      counts.set(id, { kommunen: (counts.get(id)?.kommunen ?? 0) + 1, klasse: null });
  }
  return counts;
}
