import type { Hono } from 'hono';
import { applicationRoutes } from '#applications';
import { createCsrf, pageServer, type UploadPlace } from '#platform';
import { helpOnRefusal, ownerOf, type PortalDeps, type PortalSite, portalRoutes, siteBySlug } from '#portal';
import { type MeldungenLeser, openMeldungen } from '#releases';
import type { Services } from './services.ts';
import { helpfulRefusalPage, portalFrame } from './web/portal-frame.ts';
import { clientAddress } from './web/web-app.ts';
import type { AntragWiring } from './wiring/antrag.ts';

/** What the public sites need besides their doors. */
export interface PortalSitesOptions {
  readonly portal: PortalDeps;
  readonly applications: AntragWiring['applications'];
  readonly csrfKey: string;
  readonly installationId: string;
  readonly uploadPlace: UploadPlace;
}

/** Finds the public site of a Kommune by its name and builds its pages once for each state of its description. */
export function portalSites(
  services: Services,
  options: PortalSitesOptions,
): (slug: string) => Promise<Hono | null> {
  const meldungen = openMeldungen(services.db, services.clock.now);
  const built = new Map<string, { readonly version: number; readonly app: Hono }>();
  return async (slug) => {
    const known = await siteBySlug(services.db, slug);
    if (known === null) return null;
    const kept = built.get(slug);
    if (kept?.version === known.version) return kept.app;
    const site = {
      tenant: ownerOf(known),
      ags: known.ags,
      name: known.name,
      slug,
      origin: services.hosts.portalOrigin(slug),
    };
    const app = buildPortal(services, site, options, meldungen);
    built.set(slug, { version: known.version, app });
    return app;
  };
}

function buildPortal(
  { config, demo }: Services,
  site: PortalSite,
  options: PortalSitesOptions,
  meldungen: MeldungenLeser,
): Hono {
  const routes = [...portalRoutes(options.portal, site), ...applicationRoutes(options.applications, site)];
  return pageServer<null>(routes, {
    origin: site.origin,
    csrf: createCsrf(options.csrfKey, options.installationId),
    uploadPlace: options.uploadPlace,
    identify: async () => ({ principal: null, session: null }),
    clientAddressOf: clientAddress(config.trustProxy),
    frame: portalFrame({ demo, aussehen: options.portal.aussehen, meldungen }, site),
    refusalPage: helpfulRefusalPage((request) => helpOnRefusal(options.portal, request, null)),
    signInPath: '/',
  });
}
