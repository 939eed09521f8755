import { html } from 'hono/html';
import type { Catalogue } from '#catalogue';
import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, page } from '#platform';
import {
  answerList,
  distinctOptions,
  emptyState,
  type ListDefinition,
  listIndex,
  listPage,
  textLink,
} from '#ui';
import type { FinderDeps } from '../deps.ts';
import { wortArten } from '../domain/finder-input.ts';
import { artLabel, herkunftLabel } from '../messages.ts';
import type { FinderWords, HeldWort } from '../use-cases/load-finder.ts';
import { deskCrumb, deskTabs } from './desk.ts';
import { paths } from './paths.ts';

/** A word with the name of what it leads to. */
export interface WortRow extends HeldWort {
  readonly ziel: string;
  readonly zielName: string;
}

const definition: ListDefinition<WortRow> = {
  id: 'thesaurus',
  defaultSort: { key: 'wort', descending: false },
  search: ({ wort, ziel, zielName }) => `${wort} ${ziel} ${zielName}`,
  columns: [
    { key: 'wort', label: 'Wort', value: ({ wort }) => wort, sortable: true, width: 'wide' },
    {
      key: 'ziel',
      label: 'Führt zu',
      value: ({ zielName }) => zielName,
      cell: ({ ozgId, leistungId, zielName }) =>
        textLink(
          leistungId === null ? `/katalog/ozg/${ozgId}` : `/katalog/leistungen/${leistungId}`,
          zielName,
        ),
      sortable: true,
    },
    { key: 'art', label: 'Art', value: ({ art }) => artLabel[art], sortable: true },
    { key: 'sprache', label: 'Sprache', value: ({ sprache }) => sprache, sortable: true },
    { key: 'herkunft', label: 'Herkunft', value: ({ herkunft }) => herkunftLabel[herkunft], sortable: true },
    { key: 'schluessel', label: 'Schlüssel', value: ({ ziel }) => ziel, exportOnly: true },
    {
      key: 'aendern',
      label: 'Ändern',
      value: () => null,
      cell: ({ wort, ziel, art, sprache }) =>
        textLink(
          `${paths.neu}?${new URLSearchParams({ aktion: 'weg', wort, ziel, art, sprache })}`,
          'Wegnehmen',
        ),
    },
  ],
  filters: [
    {
      key: 'art',
      label: 'Art',
      options: wortArten.map((value) => ({ value, label: artLabel[value] })),
      values: ({ art }) => art,
    },
    {
      key: 'sprache',
      label: 'Sprache',
      options: distinctOptions<WortRow>(({ sprache }) => sprache),
      values: ({ sprache }) => sprache,
    },
    {
      key: 'herkunft',
      label: 'Herkunft',
      options: Object.entries(herkunftLabel).map(([value, label]) => ({ value, label })),
      values: ({ herkunft }) => herkunft,
    },
  ],
};

const indexes = new WeakMap<FinderWords, ReturnType<typeof listIndex<WortRow>>>();

/** The thesaurus as a list with search, filters and export. */
export async function showThesaurus(deps: FinderDeps, request: PageRequest): Promise<PageAnswer> {
  const [words, catalogue] = await Promise.all([deps.words(), deps.catalogue()]);
  const index = indexes.get(words) ?? listIndex(definition, rowsOf(words, catalogue));
  indexes.set(words, index);
  const today = deps.clock.today();
  const answered = await answerList(deps, { definition, index }, request, {
    fileName: `thesaurus-${today}`,
    title: 'Thesaurus der Alltagswörter',
    source: 'eigene Zusammenstellung Leitwerk und Änderungen der Redaktion',
    state: formatLocalDate(today),
  });
  if (answered.kind === 'download') return answered;
  const list = listPage(definition, answered.result, {
    action: paths.thesaurus,
    caption: 'Thesaurus',
    problems: answered.problems,
    noun: ['Wort', 'Wörter'],
    emptyState: emptyState({
      title: 'Noch kein Wort',
      body: 'Der Thesaurus kommt mit den Referenzdaten. Danach schlagen Sie hier Wörter vor.',
    }),
  });
  return page({
    title: 'Thesaurus',
    preline: 'Redaktion',
    breadcrumb: deskCrumb,
    lead: 'Die Wörter, mit denen Menschen wirklich nach einer Leistung fragen.',
    wide: true,
    main: html`${deskTabs(paths.thesaurus)}${list}`,
    nextSteps: [{ label: 'Wort vorschlagen', href: paths.neu }],
  });
}

function rowsOf({ woerter }: FinderWords, { ozgById, leistungById }: Catalogue): readonly WortRow[] {
  return woerter.map((wort) => {
    const { ozgId, leistungId } = wort;
    const name = leistungId === null ? ozgById.get(ozgId ?? 0)?.name : leistungById.get(leistungId)?.name;
    const ziel = leistungId ?? String(ozgId);
    return { ...wort, ziel, zielName: name ?? ziel };
  });
}
