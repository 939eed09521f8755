import type { PageRoute } from '#platform';
import type { EfaDeps } from '../doors-deps.ts';
import { anbindungRoutes } from './anbindung-page.ts';
import { anbindungenRoutes } from './anbindungen-page.ts';
import { freigabenRoutes } from './freigaben-page.ts';
import { lueckenRoutes } from './luecken-page.ts';
import { onlinedienstRoutes } from './onlinedienst-page.ts';
import { onlinediensteRoutes } from './onlinedienste-page.ts';
import { rolloutRoutes } from './rollout-page.ts';

/** All pages of this context. */
export function efaPages(deps: EfaDeps): readonly PageRoute[] {
  return [
    ...lueckenRoutes(deps),
    ...onlinediensteRoutes(deps),
    ...onlinedienstRoutes(deps),
    ...anbindungenRoutes(deps),
    ...anbindungRoutes(deps),
    ...rolloutRoutes(deps),
    ...freigabenRoutes(deps),
  ];
}
