import type { PageRoute } from '#platform';
import type { NoticesDeps } from '../deps.ts';
import { ownRoutes } from './own-pages.ts';
import { rundmailListRoutes } from './rundmail-list.ts';
import { rundmailRoutes } from './rundmail-page.ts';
import { verteilerRoutes } from './verteiler-pages.ts';
import { webhookDetailRoutes } from './webhook-page.ts';
import { webhookRoutes } from './webhook-pages.ts';
import { writeRoutes } from './write-pages.ts';

/** All pages of this context, for the staff area. */
export function noticesPages(deps: NoticesDeps): readonly PageRoute[] {
  return [
    ...rundmailListRoutes(deps),
    ...writeRoutes(deps),
    ...verteilerRoutes(deps),
    ...rundmailRoutes(deps),
    ...ownRoutes(deps),
    ...webhookRoutes(deps),
    ...webhookDetailRoutes(deps),
  ];
}
