import { html } from 'hono/html';
import { evidenceLabel, isValidOn, type LocalDate, ok } from '#kernel';
import type { PageContent, PageRoute } from '#platform';
import {
  badge,
  dateForm,
  descriptionList,
  distinctOptions,
  emptyState,
  evidenceBadge,
  type ListDefinition,
  onDay,
  section,
  textLink,
} from '#ui';
import { type Eintrag, registerNamen } from '../domain/eintrag.ts';
import type { LawDeps } from '../law-world.ts';
import { type EintragWithLeistungen, eintraegeOn, findEintrag } from '../use-cases/find-eintrag.ts';
import { ask, listRoutes, pageRoute } from './ask.ts';
import { eintragArtLabel, registerLabel } from './labels.ts';
import { leistungenTable, sourceText, validityOf } from './parts.ts';
import { listContent } from './register-list-content.ts';

/** The registers of the OZG 2.0: all entries, what is missing, the deadlines, and a page for each entry. */
export function registerPages(deps: LawDeps): readonly PageRoute[] {
  const prepare = async (request: Parameters<PageRoute['handle']>[0]) => {
    const asked = await ask(deps, request);
    if (!asked.ok) return asked;
    const { world, date } = asked.value;
    const list = {
      definition: definitionOn(date),
      rows: eintraegeOn(world, date),
      title: 'Register des OZG 2.0',
      fileName: 'ozg2',
    };
    return ok({ ...asked.value, ...list });
  };
  return [
    ...listRoutes(deps, { capability: 'law.register', path: '/ozg2' }, prepare, listContent),
    pageRoute('law.eintrag', '/ozg2/:id', async (request) => {
      const asked = await ask(deps, request);
      if (!asked.ok) return asked;
      const found = findEintrag(asked.value.world, request.params.id ?? '');
      return found.ok ? ok(eintragContent(found.value, asked.value.date)) : found;
    }),
  ];
}

/** The list with links that carry the day along. */
function definitionOn(date: LocalDate): ListDefinition<Eintrag> {
  const title: ListDefinition<Eintrag>['columns'][number] = {
    key: 'titel',
    label: 'Eintrag',
    value: ({ titel }) => titel,
    cell: ({ id, titel }) => textLink(`/ozg2/${id}?datum=${date}`, titel),
    sortable: true,
    width: 'wide',
  };
  return { ...definition, columns: [title, ...definition.columns] };
}

const definition: ListDefinition<Eintrag> = {
  id: 'ozg2',
  keeps: ['datum'],
  defaultSort: { key: 'register', descending: false },
  search: ({ titel, norm, aussage }) => `${titel} ${norm} ${aussage}`,
  columns: [
    { key: 'register', label: 'Register', value: ({ register }) => registerLabel[register], sortable: true },
    { key: 'norm', label: 'Norm', value: ({ norm }) => norm, sortable: true },
    { key: 'art', label: 'Art', value: ({ art }) => eintragArtLabel(art), sortable: true },
    {
      key: 'beleg',
      label: 'Beleg',
      value: ({ evidenz }) => evidenceLabel[evidenz],
      cell: ({ evidenz }) => evidenceBadge(evidenz),
      sortable: true,
    },
    { key: 'aussage', label: 'Aussage', value: ({ aussage }) => aussage, exportOnly: true },
    { key: 'ersatz', label: 'Was es ersetzt', value: ({ ersatz }) => ersatz, exportOnly: true },
    { key: 'lesart', label: 'Gelesene Fassung', value: ({ lesart }) => lesart, exportOnly: true },
    { key: 'gueltig', label: 'Gültig', value: validityOf, exportOnly: true },
    { key: 'quelle', label: 'Quelle', value: ({ quelle }) => quelle.title, exportOnly: true },
    { key: 'quelleUrl', label: 'Fundstelle', value: ({ quelle }) => quelle.url, exportOnly: true },
    { key: 'hinweis', label: 'Hinweis', value: ({ hinweis }) => hinweis, exportOnly: true },
    { key: 'id', label: 'Kennung', value: ({ id }) => id, exportOnly: true },
  ],
  filters: [
    {
      key: 'register',
      label: 'Register',
      options: registerNamen.map((value) => ({ value, label: registerLabel[value] })),
      values: ({ register }) => register,
    },
    {
      key: 'art',
      label: 'Art',
      options: distinctOptions(({ art }: Eintrag) => eintragArtLabel(art)),
      values: ({ art }) => eintragArtLabel(art),
    },
    {
      key: 'beleg',
      label: 'Beleg',
      options: distinctOptions(({ evidenz }: Eintrag) => evidenceLabel[evidenz]),
      values: ({ evidenz }) => evidenceLabel[evidenz],
    },
  ],
};

function eintragContent({ eintrag, leistungen }: EintragWithLeistungen, date: LocalDate): PageContent {
  const gilt = isValidOn(eintrag, date);
  return {
    title: eintrag.titel,
    preline: registerLabel[eintrag.register],
    lead: eintrag.aussage,
    breadcrumb: [{ label: 'OZG 2.0', href: `/ozg2?datum=${date}` }],
    main: html`${dateForm(`/ozg2/${eintrag.id}`, date)}
<p>${badge(gilt ? 'success' : 'info', gilt ? `gilt ${onDay(date)}` : `gilt ${onDay(date)} nicht`)}</p>${section(
      'Was gilt',
      descriptionList([
        ['Norm', eintrag.norm],
        ['Art', eintragArtLabel(eintrag.art)],
        ['Was es ersetzt oder ermöglicht', eintrag.ersatz],
        ['Gültig', validityOf(eintrag)],
        ['Gelesene Fassung', eintrag.lesart],
        ['Beleg', evidenceBadge(eintrag.evidenz)],
        ['Quelle', sourceText(eintrag.quelle)],
        ['Hinweis', eintrag.hinweis],
      ]),
    )}${section(
      'Welche Leistungen?',
      leistungen.length > 0
        ? leistungenTable(
            'Leistungen des Eintrags',
            leistungen,
            (id) => `/katalog/leistungen/${id}?datum=${date}`,
          )
        : emptyState({
            title: 'Keine einzelne Leistung',
            body: 'Der Eintrag gilt allgemein oder ist noch keiner Leistung zugeordnet.',
          }),
    )}`,
    nextSteps: [{ label: 'Alle Register', href: `/ozg2?datum=${date}` }],
  };
}
