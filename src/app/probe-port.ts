import { openOffers } from '#applications';
import type { EfaDeps, Kommune } from '#efa';
import { readAnbindung } from '#efa/parameter';
import type { InForceReader } from '#parameters';
import { publishedSites } from '#portal';
import type { WorkshopDeps } from '#workshop';
import type { Services } from './services.ts';

/** A service as the portal of somebody's own Kommune would show it today, live or not: its layers, its values. */
export function probePort(
  { db, clock, hosts }: Services,
  efa: Pick<EfaDeps, 'ownKommune'>,
  inForce: InForceReader,
): WorkshopDeps['probe'] {
  const offers = openOffers(clock, undefined, inForce);
  return async (principal, dienst) => {
    const kommune = await efa.ownKommune(principal);
    if (kommune === null || principal === null) return null;
    return db.withTenant(kommune.tenant, principal.actor, async (tx) => {
      const anbindung = await readAnbindung(tx, dienst);
      if (anbindung === null) return null;
      const site = { ...kommune, slug: '', origin: hosts.originOf('staff') };
      const now = { eingangstag: clock.today(), eingegangenAm: clock.now() };
      const found = await offers.version(tx, site, { dienst, fassung: anbindung.fassung, ...now });
      if (!found.ok) return found;
      return {
        ok: true,
        value: { kommune: kommune.name, dienst: found.value.dienst, context: found.value.context },
      };
    });
  };
}

/** The page of a service on the public site of a Kommune; `null` while the site is not public. */
export function portalHref({ db, clock, hosts }: Services) {
  return async ({ ags }: Kommune, dienst: string): Promise<string | null> => {
    const site = (await publishedSites({ db, clock })).find((each) => each.ags === ags);
    return site ? `${hosts.portalOrigin(site.slug)}/dienste/${encodeURIComponent(dienst)}` : null;
  };
}
