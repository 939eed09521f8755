import { formatLocalDate } from '#kernel';
import { type PageContent, type PageRequest, type PageRoute, refusal } from '#platform';
import {
  type AnsweredList,
  emptyState,
  formatInstant,
  type ListDefinition,
  linkButton,
  listEndings,
  listPage,
  textLink,
} from '#ui';
import { zustaende } from '../domain/zustand.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { zustandLabel } from '../messages.ts';
import { readerOf } from '../use-cases/editor.ts';
import { type AnbindungView, listAnbindungen } from '../use-cases/read-anbindungen.ts';
import { flashOf, listAnswer } from './answers.ts';
import { zustandBadge } from './zustand-badge.ts';

const definition: ListDefinition<AnbindungView> = {
  id: 'anbindungen',
  defaultSort: { key: 'dienst', descending: false },
  search: ({ angebot }) => `${angebot.data.title} ${angebot.dienst} ${angebot.anbieter}`,
  columns: [
    {
      key: 'dienst',
      label: 'Onlinedienst',
      value: ({ angebot }) => angebot.data.title,
      cell: ({ angebot }) => textLink(`/anbindungen/${angebot.dienst}`, angebot.data.title),
      sortable: true,
      width: 'wide',
    },
    {
      key: 'zustand',
      label: 'Zustand',
      value: ({ anbindung }) => zustandLabel[anbindung.zustand],
      cell: ({ anbindung }) => zustandBadge(anbindung.zustand),
      sortable: true,
    },
    {
      key: 'geplant',
      label: 'Geplant',
      kind: 'date',
      value: ({ anbindung }) => anbindung.geplantAm,
      sortable: true,
    },
    {
      key: 'live',
      label: 'Live seit',
      kind: 'date',
      value: ({ anbindung }) => anbindung.liveSeit,
      sortable: true,
    },
    {
      key: 'fassung',
      label: 'Fassung',
      value: ({ anbindung, newest }) =>
        anbindung.fassung === newest.fassung
          ? anbindung.fassung
          : `${anbindung.fassung} (neu: ${newest.fassung})`,
    },
    {
      key: 'geaendert',
      label: 'Zuletzt geändert',
      value: ({ anbindung }) => formatInstant(anbindung.geaendertAm),
      exportOnly: true,
    },
  ],
  filters: [
    {
      key: 'zustand',
      label: 'Zustand',
      options: zustaende.map((value) => ({ value, label: zustandLabel[value] })),
      values: ({ anbindung }) => anbindung.zustand,
    },
  ],
};

/** The Anbindungen of one's own Kommune. */
export function anbindungenRoutes(deps: EfaDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'efa.anbindungen',
    method: 'GET',
    path: `/anbindungen${ending}`,
    access: 'signed-in',
    handle: async (request) => {
      const reader = await readerOf(deps, request.principal);
      if (!reader.ok) return refusal(reader.refusal);
      const { ags, name } = reader.value.kommune;
      const list = { definition, rows: await listAnbindungen(deps, reader.value) };
      const file = {
        fileName: `anbindungen-${ags}`,
        title: `Anbindungen ${name}`,
        source: 'Anbindungen dieser Installation',
        state: formatLocalDate(deps.clock.today()),
      };
      return listAnswer(deps, request, list, file, (answered) => content(answered, request, name));
    },
  }));
}

function content(
  { result, problems }: AnsweredList<AnbindungView>,
  request: PageRequest,
  name: string,
): PageContent {
  return {
    title: 'Anbindungen',
    preline: name,
    lead: 'Die Onlinedienste, an die Ihre Kommune angebunden ist oder werden soll.',
    wide: true,
    ...flashOf(request),
    main: listPage(definition, result, {
      action: '/anbindungen',
      caption: 'Anbindungen',
      problems,
      noun: ['Anbindung', 'Anbindungen'],
      emptyState: emptyState({
        title: 'Noch keine Anbindung',
        body: 'Suchen Sie unter „Lücken“ einen Onlinedienst, der eine Ihrer Lücken schließt, und bekunden Sie Interesse.',
        action: linkButton('Zu den Lücken', '/luecken'),
      }),
    }),
    nextSteps: [
      { label: 'Lücken', href: '/luecken' },
      { label: 'Alle Onlinedienste', href: '/onlinedienste' },
    ],
  };
}
