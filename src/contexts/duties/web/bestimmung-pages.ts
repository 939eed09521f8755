import type { PageRoute } from '#platform';
import { listEndings } from '#ui';
import type { DutiesDeps } from '../doors-deps.ts';
import { confirmBestimmungPage, rejectBestimmungPage, showBestimmung } from './bestimmung-page.ts';
import { listBestimmungen } from './bestimmungen-page.ts';
import { newBestimmung, receiveBestimmung } from './new-bestimmung-page.ts';

/** The pages on which a Kommune states a Bestimmung and its IT-Dienstleister decides on it. */
export function bestimmungRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const see = { capability: 'duties.bestimmungen', access: 'signed-in', method: 'GET' } as const;
  const state = {
    capability: 'duties.bestimmung.state',
    access: { permission: 'duties.bestimmung.state' },
  } as const;
  const decide = { access: { permission: 'duties.bestimmung.confirm' }, method: 'POST' } as const;
  return [
    ...listEndings.map(
      (ending): PageRoute => ({
        ...see,
        path: `/bestimmungen${ending}`,
        handle: (request) => listBestimmungen(deps, request),
      }),
    ),
    {
      ...state,
      method: 'GET',
      path: '/bestimmungen/neu',
      handle: (request) => newBestimmung(deps, request),
    },
    {
      ...state,
      method: 'POST',
      path: '/bestimmungen',
      handle: (request) => receiveBestimmung(deps, request),
    },
    { ...see, path: '/bestimmungen/:id', handle: (request) => showBestimmung(deps, request) },
    {
      ...decide,
      capability: 'duties.bestimmung.confirm',
      path: '/bestimmungen/:id/bestaetigen',
      handle: (request) => confirmBestimmungPage(deps, request),
    },
    {
      ...decide,
      capability: 'duties.bestimmung.reject',
      path: '/bestimmungen/:id/ablehnen',
      handle: (request) => rejectBestimmungPage(deps, request),
    },
  ];
}
