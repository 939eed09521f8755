import { type CostsDeps, type Kostendaten, neueAbrechnungen, readKostendaten } from '#costs';
import type { EfaDeps } from '#efa';
import { allKommunen } from '#identity';
import type { DigestSource } from '#notices';
import { dataFolder } from '../load-reference-data.ts';
import { actingFor } from '../organisations.ts';
import type { Services } from '../services.ts';
import { digestPart } from './digest-part.ts';

/** What costs need of territory, the shipped rules, and the houses. */
export function costsDeps(
  services: Services,
  { ownKommune, ownAnbieter }: Pick<EfaDeps, 'ownKommune' | 'ownAnbieter'>,
): CostsDeps {
  const { db, clock, demo, worlds, keys, mailer, hosts } = services;
  return {
    db,
    clock,
    demo,
    keys,
    sendMail: mailer.send,
    staffOrigin: hosts.originOf('staff'),
    territory: worlds.territory,
    grundlagen: shippedKostendaten(),
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

/** What was billed to a Kommune, for the summaries of those who may see it. */
export function rechnungenSource(costs: CostsDeps): DigestSource {
  return {
    key: 'abrechnungen',
    label: 'Abrechnungen an Ihre Kommune',
    href: '/abrechnungen',
    since: async (reader, since) => {
      const kommune = await costs.ownKommune({ ...reader, kind: 'mitglied' });
      if (kommune === null || !reader.permissions.has('costs.read')) return digestPart([]);
      return digestPart(await neueAbrechnungen(costs, { actor: reader.actor, kommune }, since));
    },
  };
}
