import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type PageContent, type PageRoute, refusal } from '#platform';
import {
  type AnsweredList,
  barChart,
  emptyState,
  formatNumber,
  type ListDefinition,
  listEndings,
  listPage,
  section,
  statTiles,
  textLink,
} from '#ui';
import type { EfaDeps } from '../doors-deps.ts';
import { countRollout, type RolloutRow } from '../use-cases/count-rollout.ts';
import { listAnswer } from './answers.ts';

const count = (key: 'live' | 'ausgesetzt' | 'aeltereFassung' | 'mitglieder' | 'antraege', label: string) => ({
  key,
  label,
  kind: 'number' as const,
  value: (row: RolloutRow) => row[key],
  sortable: true,
});

const definition: ListDefinition<RolloutRow> = {
  id: 'rollout',
  defaultSort: { key: 'titel', descending: false },
  search: ({ titel, dienst }) => `${titel} ${dienst}`,
  columns: [
    {
      key: 'titel',
      label: 'Onlinedienst',
      value: ({ titel }) => titel,
      cell: ({ dienst, titel, fassung }) =>
        html`${textLink(`/onlinedienste/${dienst}`, titel)}<p class="kern-body kern-body--small kern-body--muted">Fassung ${fassung}</p>`,
      sortable: true,
      width: 'wide',
    },
    count('live', 'Kommunen live'),
    count('ausgesetzt', 'ausgesetzt'),
    count('aeltereFassung', 'mit älterer Fassung'),
    count('antraege', 'Anträge'),
    { ...count('mitglieder', 'betreute Kommunen'), exportOnly: true },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Stand',
      options: [
        { value: 'genutzt', label: 'in mindestens einer Kommune live' },
        { value: 'ungenutzt', label: 'in keiner Kommune live' },
      ],
      values: ({ live }) => (live > 0 ? 'genutzt' : 'ungenutzt'),
    },
  ],
};

/** How far the offered services have come in the provider's circle: counts only. */
export function rolloutRoutes(deps: EfaDeps): readonly PageRoute[] {
  return listEndings.map((ending) => ({
    capability: 'efa.rollout',
    method: 'GET',
    path: `/rollout${ending}`,
    access: { permission: 'circle.read' },
    handle: async (request) => {
      const rows = await countRollout(deps, request.principal);
      if (!rows.ok) return refusal(rows.refusal);
      const list = { definition, rows: rows.value };
      const file = {
        fileName: 'rollout',
        title: 'Verbreitung der Onlinedienste',
        source: 'Anbindungen und Eingangszahlen dieser Installation, nur Summen',
        state: formatLocalDate(deps.clock.today()),
      };
      return listAnswer(deps, request, list, file, (answered) => content(rows.value, answered));
    },
  }));
}

function content(rows: readonly RolloutRow[], { result, problems }: AnsweredList<RolloutRow>): PageContent {
  const sum = (key: 'live' | 'antraege') => rows.reduce((total, row) => total + row[key], 0);
  const members = rows[0]?.mitglieder ?? 0;
  const chart = barChart({
    id: 'rollout',
    caption: 'Kommunen mit live geschaltetem Onlinedienst',
    description: `Von ${formatNumber(members)} betreuten Kommunen. Ein ausgesetzter Dienst zählt nicht.`,
    parts: rows.map(({ dienst, titel, live }) => ({
      label: titel,
      value: live,
      href: `/onlinedienste/${dienst}`,
    })),
    max: Math.max(1, members),
    total: members,
  });
  return {
    title: 'Verbreitung der Onlinedienste',
    preline: 'Betreute Kommunen',
    lead: 'Nur Summen: Welche Kommune welche Anträge bekommt, sehen Sie hier nicht.',
    wide: true,
    main: html`${statTiles([
      { label: 'Betreute Kommunen', value: formatNumber(members), href: '/betreuung' },
      { label: 'Anbindungen live', value: formatNumber(sum('live')) },
      {
        label: 'Anträge',
        value: formatNumber(sum('antraege')),
        note: 'seit Beginn, über alle betreuten Kommunen',
      },
    ])}
      ${rows.length > 0 ? section('Verbreitung', chart) : ''}
      ${section(
        'Je Onlinedienst',
        listPage(definition, result, {
          action: '/rollout',
          caption: 'Verbreitung je Onlinedienst',
          problems,
          noun: ['Onlinedienst', 'Onlinedienste'],
          emptyState: emptyState({
            title: 'Noch keine Angebote',
            body: 'Bieten Sie unter „Onlinedienste“ einen an. Dann sehen Sie hier, wie weit er kommt.',
          }),
        }),
      )}`,
    nextSteps: [{ label: 'Onlinedienste', href: '/onlinedienste' }],
  };
}
