import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, page, refusal } from '#platform';
import { answerList, emptyState, type ListDefinition, listPage, textLink } from '#ui';
import type { FinderDeps } from '../deps.ts';
import type { Suchwort } from '../store-suchlog.ts';
import { suchworteFor } from '../use-cases/read-suchworte.ts';
import { deskTabs } from './desk.ts';
import { paths } from './paths.ts';

const definition: ListDefinition<Suchwort> = {
  id: 'suchworte',
  defaultSort: { key: 'ohne', descending: true },
  search: ({ woerter }) => woerter,
  columns: [
    {
      key: 'woerter',
      label: 'Gesucht',
      value: ({ woerter }) => woerter,
      cell: ({ woerter }) => textLink(`${paths.suche}?suche=${encodeURIComponent(woerter)}`, woerter),
      sortable: true,
      width: 'wide',
    },
    { key: 'gesucht', label: 'Suchen', kind: 'number', value: ({ gesucht }) => gesucht, sortable: true },
    {
      key: 'ohne',
      label: 'Ohne Treffer',
      kind: 'number',
      value: ({ ohneTreffer }) => ohneTreffer,
      sortable: true,
    },
    {
      key: 'geoeffnet',
      label: 'Treffer geöffnet',
      kind: 'number',
      value: ({ geoeffnet }) => geoeffnet,
      sortable: true,
    },
    { key: 'tage', label: 'Tage', kind: 'number', value: ({ tage }) => tage, sortable: true },
    { key: 'zuletzt', label: 'Zuletzt', kind: 'date', value: ({ zuletzt }) => zuletzt, sortable: true },
    {
      key: 'vorschlag',
      label: 'Abhilfe',
      value: () => null,
      cell: ({ woerter }) => textLink(`${paths.neu}?wort=${encodeURIComponent(woerter)}`, 'Wort vorschlagen'),
    },
  ],
  filters: [
    {
      key: 'art',
      label: 'Was geschah',
      options: [
        { value: 'ohne', label: 'nichts gefunden' },
        { value: 'ungeoeffnet', label: 'nichts geöffnet' },
      ],
      values: ({ ohneTreffer, geoeffnet }) =>
        ohneTreffer > 0 ? 'ohne' : geoeffnet === 0 ? 'ungeoeffnet' : null,
    },
  ],
};

/** What many searched in vain: where a word is missing. */
export async function showSuchworte(deps: FinderDeps, request: PageRequest): Promise<PageAnswer> {
  const found = await suchworteFor(deps, request.principal);
  if (!found.ok) return refusal(found.refusal);
  const answered = await answerList(
    deps,
    { definition, rows: found.value },
    request,
    file(deps.clock.today()),
  );
  if (answered.kind === 'download') return answered;
  const list = listPage(definition, answered.result, {
    action: paths.redaktion,
    caption: 'Was vergeblich gesucht wurde',
    problems: answered.problems,
    noun: ['Suche', 'Suchen'],
    emptyState: emptyState({
      title: 'Noch keine Suche',
      body: 'Hier steht, was an mindestens fünf verschiedenen Tagen gesucht wurde. Bis dahin kennt niemand die Wörter.',
    }),
  });
  return page({
    title: 'Redaktion',
    lead: 'Was Menschen suchten und nicht fanden oder nicht öffneten. Wer gesucht hat und wo, wird nicht festgehalten.',
    wide: true,
    main: html`${deskTabs(paths.redaktion)}${list}`,
  });
}

function file(today: LocalDate) {
  return {
    fileName: `suchworte-${today}`,
    title: 'Was vergeblich gesucht wurde',
    source: 'Suche in Leitwerk, ohne Angaben zu Personen',
    state: formatLocalDate(today),
  };
}
