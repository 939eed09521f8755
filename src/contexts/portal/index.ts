export { portalCommands } from './cli.ts';
export type {
  AuskunftDeps,
  Meldung,
  PortalDeps,
  PortalDoorDeps,
  PortalReadDeps,
  PortalSite,
  PortalStaffDeps,
} from './deps.ts';
export { isPublished, type Site } from './domain/site.ts';
export { sitesVersion } from './store.ts';
export { openAussehen, publishAussehen, saveAussehen } from './use-cases/aussehen.ts';
export { describeSite } from './use-cases/describe-site.ts';
export { type DienstReader, type LayDienst, openDienstReader } from './use-cases/read-dienst.ts';
export { ownerOf, publishedSites, siteBySlug } from './use-cases/read-sites.ts';
export { readSiteContacts } from './use-cases/site-contacts.ts';
export { helpOnRefusal } from './web/help-on-refusal.ts';
export { lookAddresses } from './web/look-files.ts';
export { portalOperations } from './web/operations.ts';
export { portalPage } from './web/portal-page.ts';
export { portalRoutes } from './web/portal-routes.ts';
export { portalStaffPages } from './web/portal-staff-pages.ts';
export { sucheRoutes } from './web/suche/routes.ts';
