import { html } from 'hono/html';
import { formatLocalDate, formatQuartal } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  answerList,
  badge,
  barChart,
  distinctOptions,
  emptyState,
  type ListDefinition,
  listIndex,
  listPage,
  section,
  textLink,
} from '#ui';
import { type Entscheid, entscheide } from '../domain/strategie.ts';
import { abweichungLabel, dienstLabel, entscheidLabel } from '../messages.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { readStrategieliste, type Strategiezeile } from '../use-cases/strategie.ts';
import { viewerOf } from '../use-cases/viewer.ts';
import { flashOf } from './answers.ts';
import { paths } from './paths.ts';

/** The Einführungsstrategie as page, CSV and XLSX. */
export function strategyListRoutes(deps: PrioritiesDeps): readonly PageRoute[] {
  return (['', '.csv', '.xlsx'] as const).map((ending) => ({
    capability: 'strategy.list',
    method: 'GET',
    path: `${paths.strategie}${ending}`,
    access: 'signed-in',
    handle: (request) => answer(deps, request, ending),
  }));
}

const kinds: Readonly<Record<Entscheid, 'success' | 'info' | 'neutral' | 'warning'>> = {
  alle: 'success',
  'wer-will': 'info',
  nicht: 'neutral',
  spaeter: 'warning',
};

/** A decision as word and colour. */
export function entscheidBadge(entscheid: Entscheid | null) {
  return entscheid ? badge(kinds[entscheid], entscheidLabel[entscheid], null) : 'noch nicht entschieden';
}

function deviations({ abweichungen }: Strategiezeile): string {
  return abweichungen
    .map(({ kommune, abweichung }) => `${kommune} ${abweichungLabel[abweichung]}`)
    .join('; ');
}

const definition: ListDefinition<Strategiezeile> = {
  id: 'einfuehrungsstrategie',
  defaultSort: { key: 'dienst', descending: false },
  search: ({ dienst: { titel, anbieter, id }, stand }) =>
    `${titel} ${anbieter} ${id} ${stand?.grund ?? ''} ${stand?.verantwortlich ?? ''}`,
  columns: [
    {
      key: 'dienst',
      label: 'Dienst',
      width: 'wide',
      sortable: true,
      value: ({ dienst }) => dienst.titel,
      cell: ({ dienst: { art, id, titel } }) => textLink(paths.dienst(art, id), titel),
    },
    { key: 'art', label: 'Art', sortable: true, value: ({ dienst }) => dienstLabel[dienst.art] },
    {
      key: 'entscheid',
      label: 'Entscheid',
      sortable: true,
      value: ({ stand }) => (stand ? entscheidLabel[stand.entscheid] : null),
      cell: ({ stand }) => html`${entscheidBadge(stand?.entscheid ?? null)}`,
    },
    {
      key: 'quartal',
      label: 'Quartal',
      sortable: true,
      value: ({ stand }) => stand?.quartal ?? null,
      cell: ({ stand }) => (stand?.quartal ? formatQuartal(stand.quartal) : '–'),
    },
    {
      key: 'verantwortlich',
      label: 'Verantwortlich',
      sortable: true,
      value: ({ stand }) => stand?.verantwortlich ?? null,
    },
    {
      key: 'abweichungen',
      label: 'Abweichungen',
      value: (zeile) => deviations(zeile) || null,
    },
    { key: 'grund', label: 'Grund', hidden: true, value: ({ stand }) => stand?.grund ?? null },
    {
      key: 'anbieter',
      label: 'Anbieter',
      hidden: true,
      sortable: true,
      value: ({ dienst }) => dienst.anbieter,
    },
    { key: 'status', label: 'Stand im Register', hidden: true, value: ({ dienst }) => dienst.status },
    {
      key: 'verfuegbarAb',
      label: 'Verfügbar ab',
      kind: 'date',
      hidden: true,
      sortable: true,
      value: ({ dienst }) => dienst.verfuegbarAb,
    },
    {
      key: 'leistungen',
      label: 'Leistungen',
      kind: 'number',
      hidden: true,
      value: ({ dienst }) => dienst.leistungen.length,
    },
    { key: 'kennung', label: 'Kennung', exportOnly: true, value: ({ dienst }) => dienst.id },
  ],
  filters: [
    {
      key: 'entscheid',
      label: 'Entscheid',
      options: [
        ...entscheide.map((value) => ({ value, label: entscheidLabel[value] })),
        { value: 'offen', label: 'noch nicht entschieden' },
      ],
      values: ({ stand }) => stand?.entscheid ?? 'offen',
    },
    {
      key: 'art',
      label: 'Art',
      options: distinctOptions(({ dienst }: Strategiezeile) => dienstLabel[dienst.art]),
      values: ({ dienst }) => dienstLabel[dienst.art],
    },
    {
      key: 'quartal',
      label: 'Quartal',
      options: distinctOptions(({ stand }: Strategiezeile) => stand?.quartal ?? null),
      values: ({ stand }) => stand?.quartal ?? null,
    },
    {
      key: 'abweichung',
      label: 'Abweichungen',
      options: [
        { value: 'ja', label: 'mit Abweichung' },
        { value: 'nein', label: 'ohne Abweichung' },
      ],
      values: ({ abweichungen }) => (abweichungen.length > 0 ? 'ja' : 'nein'),
    },
  ],
  groupings: [
    {
      key: 'entscheid',
      label: 'Entscheid',
      value: ({ stand }) => (stand ? entscheidLabel[stand.entscheid] : null),
    },
    { key: 'quartal', label: 'Quartal', value: ({ stand }) => stand?.quartal ?? null },
  ],
};

async function answer(
  deps: PrioritiesDeps,
  request: PageRequest,
  ending: '' | '.csv' | '.xlsx',
): Promise<PageAnswer> {
  const viewer = await viewerOf(deps, request.principal);
  if (!viewer.ok) return refusal(viewer.refusal);
  const zeilen = await readStrategieliste(deps, viewer.value);
  const today = deps.clock.today();
  const answered = await answerList(
    deps,
    { definition, index: listIndex(definition, zeilen) },
    request.query,
    ending === '' ? null : ending === '.csv' ? 'csv' : 'xlsx',
    {
      fileName: `einfuehrungsstrategie-${today}`,
      title: 'Einführungsstrategie',
      source: `Entscheide von ${viewer.value.provider.name} mit seinen Kommunen`,
      state: `Stichtag ${formatLocalDate(today)}`,
    },
  );
  if (answered.kind !== 'list') return answered;
  return page({
    title: 'Einführungsstrategie',
    lead: 'Was die Gruppe zu jedem EfA-Dienst entschieden hat: alle, wer will, nicht oder später, mit Grund, Quartal und Stelle. Weicht eine Kommune ab, sagt sie, warum.',
    wide: true,
    ...flashOf(request),
    main: html`${chart(zeilen)}${section(
      'Alle EfA-Dienste',
      listPage(definition, answered.result, {
        action: paths.strategie,
        caption: 'Einführungsstrategie',
        exportLinks: { csv: `${paths.strategie}.csv`, xlsx: `${paths.strategie}.xlsx` },
        problems: answered.problems,
        noun: ['Dienst', 'Dienste'],
        emptyState: emptyState({
          title: 'Noch keine EfA-Dienste',
          body: 'Hier stehen die Onlinedienste dieser Installation, EfA-Dienste aus dem Register der Lösungen und EfA-Projekte.',
        }),
      }),
    )}`,
    nextSteps: [
      { label: 'Prioritäten der Leistungen', href: paths.rang },
      { label: 'Register der Lösungen', href: '/loesungen' },
    ],
  });
}

function chart(zeilen: readonly Strategiezeile[]) {
  const count = (entscheid: Entscheid | null) =>
    zeilen.filter(({ stand }) => (stand?.entscheid ?? null) === entscheid).length;
  return barChart({
    id: 'entscheide',
    caption: 'Entschieden',
    description: `${zeilen.length - count(null)} von ${zeilen.length} Diensten sind entschieden.`,
    parts: [
      ...entscheide.map((value) => ({
        label: entscheidLabel[value],
        value: count(value),
        href: `${paths.strategie}?entscheid=${value}#liste`,
      })),
      {
        label: 'noch nicht entschieden',
        value: count(null),
        tone: 'open',
        href: `${paths.strategie}?entscheid=offen#liste`,
      },
    ],
  });
}
