import type { PageRoute } from '#platform';
import { pagePaths, type ViewsDeps } from '#views';
import { actingFor, ownOrganisation } from '../organisations.ts';
import type { Services } from '../services.ts';

/** What saved views need: whose they are, and what pages there are (asked for when the first is saved). */
export function viewsDeps(services: Services, pages: () => readonly PageRoute[]): ViewsDeps {
  const { db, clock, demo } = services;
  let isPage: ((path: string) => boolean) | undefined;
  return {
    db,
    clock,
    demo,
    isPage: (path) => {
      isPage ??= pagePaths(savablePaths(pages()));
      return isPage(path);
    },
    houseOf: async (principal) => (await ownOrganisation(services, principal))?.organisation.name ?? null,
    actingFor: (operator, organisation) => actingFor(services, operator, organisation),
  };
}

/** Pages to be read; not the files beside them, and not the links of mails, which hold a secret. */
function savablePaths(pages: readonly PageRoute[]): readonly string[] {
  return pages
    .filter(({ method, path }) => method === 'GET' && !/\.(csv|xlsx)$|:secret/.test(path))
    .map(({ path }) => path);
}
