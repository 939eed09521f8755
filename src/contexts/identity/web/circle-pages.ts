import { html } from 'hono/html';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import {
  emptyState,
  linkButton,
  listDownload,
  listIndex,
  listPage,
  readListQuery,
  section,
  table,
} from '#ui';
import type { BetreuteKommune } from '../domain/organisation.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { readCircle } from '../use-cases/circle.ts';
import { flashOf, page, withCaller } from './answers.ts';
import { definition } from './circle-columns.ts';
import { onboardContent, renew, takeIn } from './onboard-pages.ts';
import { postButton } from './post-button.ts';

/** The Kommunen that a provider cares for, and taking one in. */
export function circleRoutes(deps: IdentityDeps): readonly PageRoute[] {
  const list = {
    capability: 'identity.circle.list',
    access: { permission: 'circle.read' },
    method: 'GET',
  } as const;
  const onboard = {
    capability: 'identity.kommune.onboard',
    access: { permission: 'kommune.onboard' },
    path: '/betreuung/aufnehmen',
  } as const;
  return [
    { ...list, path: '/betreuung', handle: (request) => showCircle(deps, request) },
    { ...list, path: '/betreuung.csv', handle: (request) => exportCircle(deps, request, 'csv') },
    { ...list, path: '/betreuung.xlsx', handle: (request) => exportCircle(deps, request, 'xlsx') },
    { ...onboard, method: 'GET', handle: async (request) => page(onboardContent(request, null)) },
    { ...onboard, method: 'POST', handle: (request) => takeIn(deps, request) },
    {
      capability: 'identity.kommune.renew',
      access: { permission: 'kommune.onboard' },
      method: 'POST',
      path: '/betreuung/:id/einladung',
      handle: (request) => renew(deps, request),
    },
  ];
}

function showCircle(deps: IdentityDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const { query, problems } = readListQuery(definition, request.query);
    const circle = await readCircle(deps, caller);
    const result = listIndex(definition, circle).run(query);
    const mayOnboard = caller.permissions.has('kommune.onboard');
    const waiting = mayOnboard ? circle.filter(({ uebergebenAm }) => uebergebenAm === null) : [];
    const action = linkButton('Kommune aufnehmen', '/betreuung/aufnehmen');
    return page({
      title: 'Betreute Kommunen',
      lead: 'Ihr Kreis von Kommunen. Deren Mitglieder und Daten sehen Sie hier nicht; sie gehören den Kommunen.',
      wide: true,
      ...flashOf(request),
      main: html`${mayOnboard ? html`<p>${action}</p>` : ''}${listPage(definition, result, {
        action: '/betreuung',
        caption: 'Betreute Kommunen',
        exportLinks: { csv: '/betreuung.csv', xlsx: '/betreuung.xlsx' },
        problems,
        noun: ['Kommune', 'Kommunen'],
        emptyState: emptyState({
          title: 'Noch keine Kommunen',
          body: 'Nehmen Sie die erste auf. Ihre Administration übernimmt dann selbst.',
          action,
        }),
      })}${waitingList(request, waiting)}`,
    });
  });
}

function exportCircle(deps: IdentityDeps, request: PageRequest, format: 'csv' | 'xlsx'): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const { query } = readListQuery(definition, request.query);
    const rows = listIndex(definition, await readCircle(deps, caller)).select(query);
    const notes = {
      title: 'Betreute Kommunen',
      source: 'Leitwerk',
      state: '',
      demo: deps.demo,
      createdAt: deps.clock.now(),
    };
    return listDownload(definition, rows, query, format, { fileName: 'betreute-kommunen', notes });
  });
}

/** Kommunen whose first administrator has not accepted yet. */
function waitingList(request: PageRequest, waiting: readonly BetreuteKommune[]) {
  if (waiting.length === 0) return '';
  return section(
    'Noch nicht übernommen',
    table({
      caption: 'Kommunen, deren Administration die Einladung noch nicht angenommen hat',
      captionHidden: true,
      columns: [{ label: 'Kommune' }, { label: 'Einladung' }],
      rows: waiting.map(({ id, name }) => [
        name,
        postButton(`/betreuung/${id}/einladung`, request.csrfToken, 'Noch einmal senden', name),
      ]),
    }),
  );
}
