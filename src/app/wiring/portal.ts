import { Readable } from 'node:stream';
import { endedOn, endenOf, type Leistungsende } from '#catalogue';
import { readOrganisation } from '#identity';
import type { LocalDate } from '#kernel';
import { actorOf, scanAll, type TenantId } from '#platform';
import { type AuskunftDeps, openAussehen, type PortalDeps, type PortalDoorDeps } from '#portal';
import type { Services } from '../services.ts';
import { kommuneOf, ownKommune } from './onlinedienst.ts';

/** The Leistungen that have ended by a day. */
export function endedBy(
  facts: readonly Leistungsende[],
): (date: LocalDate) => Promise<ReadonlyMap<string, LocalDate>> {
  const enden = endenOf(facts);
  return async (date) => endedOn(enden, date);
}

/** What the public sites and their description need. */
export function portalDeps(
  services: Services,
  found: Pick<AuskunftDeps, 'ended' | 'dienste' | 'finder' | 'routing'>,
): PortalDeps & PortalDoorDeps {
  const { db, clock, demo, worlds, hosts, mailer, scanner } = services;
  return {
    ...{ db, clock, demo, world: worlds.duties, ...found },
    sucheOrigin: hosts.originOf('suche'),
    aussehen: openAussehen(db),
    scan: async (bytes) => scanner && scanAll(scanner, Readable.from([bytes])),
    dienstleisterOf: ({ tenant }) => dienstleisterOf(services, tenant),
    sendFeedback: ({ to, site, text, page, contact }) =>
      mailer.send({
        to,
        subject: `Meldung zum Bürgerportal ${site.name}`,
        text: `${text}\n\nSeite: ${page || 'nicht genannt'}\nAntwort an: ${contact || 'nicht gewünscht'}`,
      }),
    ownKommune: (principal) => ownKommune(services, principal),
    kommuneOf: (ags) => kommuneOf(services, ags),
    originOf: hosts.portalOrigin,
  };
}

/** Who runs the site for the Kommune; the name stands on its privacy page. */
async function dienstleisterOf(services: Services, tenant: TenantId): Promise<string | null> {
  const caller = { tenant, actor: actorOf('system', 'portal'), permissions: new Set<string>() };
  const found = await readOrganisation(services, caller);
  return found.ok ? (found.value.providers[0]?.name ?? null) : null;
}
