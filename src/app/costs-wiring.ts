import { type CostsDeps, type Kostendaten, keepGerechnet, readKostendaten } from '#costs';
import type { EfaDeps } from '#efa';
import { allKommunen } from '#identity';
import { dataFolder } from './load-reference-data.ts';
import { actingFor } from './organisations.ts';
import type { Services } from './services.ts';

/** What costs need of territory, the shipped rules, and the houses. */
export function costsDeps(
  services: Services,
  { ownKommune, ownAnbieter }: Pick<EfaDeps, 'ownKommune' | 'ownAnbieter'>,
): CostsDeps {
  const { db, clock, demo, worlds } = services;
  return {
    db,
    clock,
    demo,
    territory: worlds.territory,
    grundlagen: shippedKostendaten(),
    gerechnet: keepGerechnet(),
    ownKommune,
    ownAnbieter,
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
    kommunen: async (actor) =>
      (await allKommunen({ db }, actor)).flatMap(({ id, bodyKey, name }) =>
        bodyKey === null ? [] : [{ tenant: id, ags: bodyKey, name }],
      ),
  };
}

/** Keys, funding, tax rules and programmes as they are shipped, read once. */
function shippedKostendaten(): () => Promise<Kostendaten> {
  let read: Kostendaten | undefined;
  return async () => {
    if (read === undefined) {
      const found = readKostendaten(dataFolder);
      if (!found.ok) throw new Error(found.refusal.message);
      read = found.value;
    }
    return read;
  };
}
