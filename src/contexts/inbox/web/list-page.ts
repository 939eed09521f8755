import { type PageContent, type PageRoute, page, refusal } from '#platform';
import {
  type AnsweredList,
  answerList,
  distinctOptions,
  emptyState,
  formatInstant,
  type ListDefinition,
  listEndings,
  listIndex,
  listPage,
  readListQuery,
  textLink,
} from '#ui';
import { istOffen, zustaende } from '../domain/zustand.ts';
import { zustandLabel } from '../messages.ts';
import type { InboxDeps } from '../ports.ts';
import { type EingangRow, listEingaenge } from '../use-cases/read.ts';
import { workerOf } from '../use-cases/worker.ts';
import { flashOf } from './answers.ts';
import { zustandBadge } from './zustand-badge.ts';

const nobody = 'niemand';

const definition: ListDefinition<EingangRow> = {
  id: 'eingang',
  defaultSort: { key: 'eingegangen', descending: true },
  search: ({ eingang, leistung, text }) => `${eingang.nummer} ${leistung} ${text}`,
  searchHint:
    'Die Suche öffnet die Vorgänge für Sie und sucht auch in den Antworten. Das steht in der Prüfspur.',
  columns: [
    {
      key: 'nummer',
      label: 'Nummer',
      value: ({ eingang }) => eingang.nummer,
      cell: ({ eingang }) => textLink(`/eingang/${eingang.nummer}`, eingang.nummer),
      sortable: true,
      width: 'narrow',
    },
    { key: 'leistung', label: 'Leistung', value: ({ leistung }) => leistung, sortable: true, width: 'wide' },
    {
      key: 'zustand',
      label: 'Zustand',
      value: ({ eingang }) => zustandLabel[eingang.zustand],
      cell: ({ eingang }) => zustandBadge(eingang.zustand),
      sortable: true,
    },
    { key: 'bearbeiter', label: 'Bearbeitet von', value: ({ bearbeiter }) => bearbeiter, sortable: true },
    { key: 'stelle', label: 'Stelle', value: ({ stelle }) => stelle, sortable: true },
    {
      key: 'eingegangen',
      label: 'Eingegangen',
      value: ({ eingang }) => eingang.eingegangenAm.toISOString(),
      cell: ({ eingang }) => formatInstant(eingang.eingegangenAm),
      sortable: true,
    },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Stand',
      options: [
        { value: 'offen', label: 'offen' },
        { value: 'erledigt', label: 'erledigt' },
      ],
      values: ({ eingang }) => (istOffen(eingang.zustand) ? 'offen' : 'erledigt'),
    },
    {
      key: 'zustand',
      label: 'Zustand',
      options: zustaende
        .filter((zustand) => zustand !== 'geloescht')
        .map((value) => ({ value, label: zustandLabel[value] })),
      values: ({ eingang }) => eingang.zustand,
    },
    {
      key: 'leistung',
      label: 'Leistung',
      options: distinctOptions(({ leistung }) => leistung),
      values: ({ leistung }) => leistung,
    },
    {
      key: 'bearbeiter',
      label: 'Bearbeitet von',
      options: distinctOptions(({ bearbeiter }) => bearbeiter ?? nobody),
      values: ({ bearbeiter }) => bearbeiter ?? nobody,
    },
  ],
};

/** The list of cases, as page and as files; all without personal data. */
export function listRoutes(deps: InboxDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'inbox.list',
    method: 'GET',
    path: `/eingang${ending}`,
    access: { permission: 'inbox.read' },
    handle: async (request) => {
      const worker = workerOf(request.principal, 'inbox.read');
      if (!worker.ok) return refusal(worker.refusal);
      const searches = readListQuery(definition, request.query).query.search !== '';
      const index = listIndex(definition, await listEingaenge(deps, worker.value, searches));
      const answered = await answerList(deps, { definition, index }, request, {
        fileName: 'eingang',
        title: 'Eingang',
        source: 'Eingang dieser Behörde',
        state: formatInstant(deps.clock.now()),
      });
      return answered.kind === 'list' ? page({ ...content(answered), ...flashOf(request) }) : answered;
    },
  }));
}

function content({ result, problems }: AnsweredList<EingangRow>): PageContent {
  return {
    title: 'Eingang',
    lead: 'Die Anträge, die bei Ihren Stellen eingegangen sind. Namen und Antworten sehen Sie erst im Vorgang.',
    wide: true,
    main: listPage(definition, result, {
      action: '/eingang',
      caption: 'Eingang',
      problems,
      noun: ['Vorgang', 'Vorgänge'],
      emptyState: emptyState({
        title: 'Noch kein Antrag',
        body: 'Sobald ein Antrag an eine Ihrer Stellen eingeht, steht er hier. Fehlt Ihnen eine Stelle? Die Administration Ihrer Kommune trägt Sie unter „Mitglieder“ dafür ein.',
      }),
    }),
  };
}
