import { html } from 'hono/html';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import { answerList, emptyState, linkButton, listEndings, listPage, section, table } from '#ui';
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
    ...listEndings.map(
      (ending): PageRoute => ({
        ...list,
        path: `/betreuung${ending}`,
        handle: (request) => showCircle(deps, request),
      }),
    ),
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
    const circle = await readCircle(deps, caller);
    const list = { definition, rows: circle };
    const answered = await answerList(deps, list, request, {
      fileName: 'betreute-kommunen',
      title: 'Betreute Kommunen',
      source: 'Leitwerk',
      state: '',
    });
    if (answered.kind === 'download') return answered;
    const { result, problems } = answered;
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
