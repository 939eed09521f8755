import type { Refusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import type { PortalDeps, PortalSite } from '../deps.ts';
import type { Moment } from '../domain/opening-hours.ts';
import { isPublished, type Site } from '../domain/site.ts';
import { notPublished } from '../errors.ts';
import { siteBySlug } from '../use-cases/read-sites.ts';

/** What every public page knows: the site of its host, and what its Kommune says of itself today. */
export interface Visit {
  readonly deps: PortalDeps;
  readonly site: PortalSite;
  readonly description: Site;
  readonly request: PageRequest;
}

type Answer = PageContent | { readonly refusal: Refusal } | PageAnswer;

/** A public page of a Kommune; none of them answers before the site is published. */
export function publicPage(
  deps: PortalDeps,
  site: PortalSite,
  route: Pick<PageRoute, 'capability' | 'path'> & { readonly method?: 'POST' },
  answer: (visit: Visit) => Promise<Answer> | Answer,
): PageRoute {
  return {
    capability: route.capability,
    path: route.path,
    method: route.method ?? 'GET',
    access: 'public',
    handle: async (request) => {
      const description = await siteBySlug(deps.db, site.slug);
      if (description === null || description.tenant !== site.tenant)
        return asAnswer({ refusal: notPublished });
      if (!isPublished(description, deps.clock.today())) return asAnswer({ refusal: notPublished });
      return asAnswer(await answer({ deps, site, description, request }));
    },
  };
}

function asAnswer(answer: Answer): PageAnswer {
  if ('kind' in answer) return answer;
  if ('refusal' in answer) return { kind: 'refusal', refusal: answer.refusal };
  return { kind: 'page', content: answer };
}

const germanTime = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Day and time of day in Germany. */
export function momentOf({ clock }: Pick<PortalDeps, 'clock'>): Moment {
  return { tag: clock.today(), uhrzeit: germanTime.format(clock.now()) };
}
