import { createRateLimiter, type PageRoute } from '#platform';
import type { PortalDeps, PortalSite } from '../deps.ts';
import { contactPage } from './contact-page.ts';
import { publicPage, type Visit } from './context.ts';
import { feedbackRoutes } from './feedback-page.ts';
import { homePage } from './home-page.ts';
import { lebenslagenPage, lebenslagePage } from './lebenslagen-pages.ts';
import { accessibilityPage, imprintPage, notYetPage } from './legal-pages.ts';
import { allServicesPage, themaPage } from './list-pages.ts';
import { lookFileRoute } from './look-files.ts';
import { privacyPage } from './privacy-page.ts';
import { searchPage } from './search-page.ts';
import { dienstPage, leistungPage } from './service-page.ts';
import { portalEmbed, portalRobots, portalSitemap } from './site-files.ts';
import { suggestions } from './suggestions.ts';

const feedbackPerMinute = 5;

type Answer = Parameters<typeof publicPage>[3];

const pages: readonly (readonly [capability: string, path: string, answer: Answer])[] = [
  ['portal.information', '/', homePage],
  ['portal.information', '/kontakt', contactPage],
  ['portal.search', '/suche', searchPage],
  ['finder.vorschlaege', '/suche/vorschlaege.json', ({ deps, request }) => suggestions(deps, request)],
  ['finder.lebenslagen', '/lebenslagen', lebenslagenPage],
  ['finder.lebenslage', '/lebenslagen/:lage', lebenslagePage],
  ['portal.embed', '/suchfeld', portalEmbed],
  ['portal.machine-files', '/robots.txt', portalRobots],
  ['portal.machine-files', '/sitemap.xml', portalSitemap],
  ['portal.services', '/leistungen', allServicesPage],
  ['portal.services', '/themen/:thema', themaPage],
  ['portal.service', '/leistungen/:leistung', leistungPage],
  ['portal.service', '/dienste/:dienst', dienstPage],
  ['portal.imprint', '/impressum', imprintPage],
  ['portal.privacy', '/datenschutz', privacyPage],
  ['portal.accessibility', '/barrierefreiheit', accessibilityPage],
  ['portal.accessibility', '/leichte-sprache', notYetPage('Informationen in Leichter Sprache')],
  ['portal.accessibility', '/gebaerdensprache', notYetPage('Informationen in Gebärdensprache')],
];

/** All public pages of one Kommune's site but those of the Antrag. */
export function portalRoutes(deps: PortalDeps, site: PortalSite): readonly PageRoute[] {
  return [
    ...pages.map(([capability, path, answer]) =>
      publicPage(deps, site, { capability, path }, (visit: Visit) => answer(visit)),
    ),
    lookFileRoute(deps, site),
    ...feedbackRoutes(deps, site, createRateLimiter(feedbackPerMinute)),
  ];
}
