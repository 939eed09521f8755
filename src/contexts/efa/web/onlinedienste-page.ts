import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type PageContent, type PageRequest, type PageRoute, refusal } from '#platform';
import {
  type AnsweredList,
  button,
  emptyState,
  form,
  type ListDefinition,
  listEndings,
  listPage,
  section,
  textLink,
} from '#ui';
import type { EfaDeps } from '../doors-deps.ts';
import { anbieterOf } from '../use-cases/editor.ts';
import { offerOnlinedienst } from '../use-cases/offer-onlinedienst.ts';
import { type AngebotRow, listAngebote, offerable } from '../use-cases/read-angebote.ts';
import { done, flashOf, listAnswer } from './answers.ts';

const definition: ListDefinition<AngebotRow> = {
  id: 'onlinedienste',
  defaultSort: { key: 'titel', descending: false },
  search: ({ angebot: { data, anbieter } }) =>
    `${data.title} ${data.summary} ${anbieter} ${data.covers.map(({ leika, name }) => `${leika} ${name}`).join(' ')}`,
  columns: [
    {
      key: 'titel',
      label: 'Onlinedienst',
      value: ({ angebot }) => angebot.data.title,
      cell: ({ angebot: { dienst, data } }) =>
        html`${textLink(`/onlinedienste/${dienst}`, data.title)}<p class="kern-body kern-body--small kern-body--muted">${data.summary}</p>`,
      sortable: true,
      width: 'wide',
    },
    {
      key: 'leistungen',
      label: 'Leistungen',
      kind: 'number',
      value: ({ angebot }) => angebot.data.covers.length,
      sortable: true,
    },
    { key: 'live', label: 'Kommunen live', kind: 'number', value: ({ live }) => live, sortable: true },
    { key: 'anbieter', label: 'Angeboten von', value: ({ angebot }) => angebot.anbieter, sortable: true },
    { key: 'fassung', label: 'Fassung', value: ({ angebot }) => angebot.fassung },
    { key: 'id', label: 'Kennung', value: ({ angebot }) => angebot.dienst, exportOnly: true },
    {
      key: 'leika',
      label: 'LeiKa-Schlüssel',
      value: ({ angebot }) => angebot.data.covers.map(({ leika }) => leika).join(', '),
      exportOnly: true,
    },
  ],
  filters: [
    {
      key: 'anbieter',
      label: 'Angeboten von',
      options: (rows) =>
        [...new Set(rows.map(({ angebot }) => angebot.anbieter))].map((name) => ({
          value: name,
          label: name,
        })),
      values: ({ angebot }) => angebot.anbieter,
    },
  ],
};

/** All offered services; who may offer sees what else lies ready. */
export function onlinediensteRoutes(deps: EfaDeps): readonly PageRoute[] {
  const lists = listEndings.map(
    (ending): PageRoute => ({
      capability: 'efa.onlinedienste',
      method: 'GET',
      path: `/onlinedienste${ending}`,
      access: 'public',
      handle: async (request) => {
        const list = { definition, rows: await listAngebote(deps) };
        const file = {
          fileName: 'onlinedienste',
          title: 'Onlinedienste',
          source: 'Angebote der IT-Dienstleister in dieser Installation',
          state: formatLocalDate(deps.clock.today()),
        };
        return listAnswer(deps, request, list, file, (answered) => content(deps, answered, request));
      },
    }),
  );
  const offer: PageRoute = {
    capability: 'efa.angebot.offer',
    method: 'POST',
    path: '/onlinedienste/:dienst/anbieten',
    access: { permission: 'efa.angebot.manage' },
    handle: async ({ principal, params }) => {
      const anbieter = await anbieterOf(deps, principal);
      if (!anbieter.ok) return refusal(anbieter.refusal);
      const result = await offerOnlinedienst(deps, anbieter.value, params.dienst ?? '');
      return result.ok ? done(`/onlinedienste/${result.value.dienst}`, 'angeboten') : refusal(result.refusal);
    },
  };
  return [...lists, offer];
}

async function content(
  deps: EfaDeps,
  { result, problems }: AnsweredList<AngebotRow>,
  request: PageRequest,
): Promise<PageContent> {
  const ready = await offerable(deps, request.principal);
  const list = listPage(definition, result, {
    action: '/onlinedienste',
    caption: 'Onlinedienste',
    problems,
    noun: ['Onlinedienst', 'Onlinedienste'],
    emptyState: emptyState({
      title: 'Noch keine Angebote',
      body: 'Hier stehen die Onlinedienste, die ein IT-Dienstleister für alle anbietet.',
    }),
  });
  return {
    title: 'Onlinedienste',
    preline: 'Einer für Alle',
    lead: 'Einmal gebaut, von allen genutzt: jeder Onlinedienst mit den Leistungen, die er abdeckt.',
    wide: true,
    ...flashOf(request),
    main: html`${ready.length > 0 ? section('Bereit zum Anbieten', offers(ready, request.csrfToken)) : ''}${list}`,
    nextSteps: [
      { label: 'Welche Lücken sie schließen', href: '/luecken' },
      ...(request.principal?.permissions.has('efa.angebot.manage')
        ? [{ label: 'Auf andere Portale tragen, von anderen einlesen', href: '/pakete' }]
        : []),
    ],
  };
}

function offers(ready: Awaited<ReturnType<typeof offerable>>, csrfToken: string) {
  return html`<ul class="kern-list kern-list--bullet">${ready.map(
    ({ dienst, titel, fassung }) =>
      html`<li>${titel}, Fassung ${fassung} ${form(
        { action: `/onlinedienste/${dienst}/anbieten`, csrfToken, label: `${titel} anbieten` },
        button(`„${titel}“ anbieten`, { kind: 'secondary', small: true }),
      )}</li>`,
  )}</ul>`;
}
