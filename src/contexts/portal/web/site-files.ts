import { allLebenslagen } from '#finder';
import type { PageAnswer, PageContent } from '#platform';
import { readAngebote } from '../use-cases/read-bestand.ts';
import type { Visit } from './context.ts';
import { embedContent } from './embed-page.ts';
import { robotsFile, sitemapFile } from './machine-files.ts';

/** The search box of this Kommune for its own website. */
export function portalEmbed({ site }: Visit): PageContent {
  return embedContent({ origin: site.origin, name: site.name, ort: null });
}

export function portalRobots({ deps, site }: Visit): PageAnswer {
  return robotsFile(deps.demo, site.origin);
}

/** What this Kommune described, and the ways that lead to it. */
export async function portalSitemap({ deps, site }: Visit): Promise<PageAnswer> {
  const [{ angebote }, lagen] = await Promise.all([readAngebote(deps, site), allLebenslagen(deps.finder)]);
  return sitemapFile(site.origin, [
    '/',
    '/leistungen',
    '/kontakt',
    '/lebenslagen',
    ...lagen.map(({ id }) => `/lebenslagen/${id}`),
    ...angebote.map(({ href }) => href),
  ]);
}
