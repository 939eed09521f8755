import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, page, refusal } from '#platform';
import {
  answerList,
  distinctOptions,
  emptyState,
  formatInstant,
  type ListDefinition,
  listPage,
  textLink,
} from '#ui';
import type { FinderDeps } from '../deps.ts';
import type { Vorschlag } from '../domain/vorschlag.ts';
import { aktionLabel, artLabel, standOf } from '../messages.ts';
import { vorschlaegeFor } from '../use-cases/propose-wort.ts';
import { deskCrumb, deskTabs } from './desk.ts';
import { paths } from './paths.ts';

const definition: ListDefinition<Vorschlag> = {
  id: 'vorschlaege',
  defaultSort: { key: 'am', descending: true },
  search: ({ wort, haus, ozgId, leistungId }) => `${wort} ${haus} ${ozgId ?? ''} ${leistungId ?? ''}`,
  columns: [
    {
      key: 'wort',
      label: 'Wort',
      value: ({ wort }) => wort,
      cell: ({ id, wort }) => textLink(paths.vorschlag(id), wort),
      sortable: true,
      width: 'wide',
    },
    { key: 'aktion', label: 'Vorschlag', value: ({ aktion }) => aktionLabel[aktion], sortable: true },
    {
      key: 'ziel',
      label: 'Für',
      value: ({ ozgId, leistungId }) => leistungId ?? String(ozgId),
      sortable: true,
    },
    { key: 'art', label: 'Art', value: ({ art }) => artLabel[art], sortable: true },
    { key: 'haus', label: 'Von', value: ({ haus }) => haus, sortable: true },
    {
      key: 'am',
      label: 'Am',
      kind: 'date',
      value: ({ vorgeschlagenAm }) => vorgeschlagenAm.toISOString().slice(0, 10),
      cell: ({ vorgeschlagenAm }) => formatInstant(vorgeschlagenAm),
      sortable: true,
    },
    { key: 'stand', label: 'Stand', value: standOf, sortable: true },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Stand',
      options: distinctOptions<Vorschlag>(standOf),
      values: standOf,
    },
  ],
};

/** The proposals that the reader's organisation made or decides. */
export async function showVorschlaege(deps: FinderDeps, request: PageRequest): Promise<PageAnswer> {
  const found = await vorschlaegeFor(deps, request.principal);
  if (!found.ok) return refusal(found.refusal);
  const today = deps.clock.today();
  const list = { definition, rows: found.value };
  const answered = await answerList(deps, list, request, {
    fileName: `thesaurus-vorschlaege-${today}`,
    title: 'Vorschläge für den Thesaurus',
    source: 'Redaktion',
    state: formatLocalDate(today),
  });
  if (answered.kind === 'download') return answered;
  return page({
    title: 'Vorschläge für den Thesaurus',
    preline: 'Redaktion',
    breadcrumb: deskCrumb,
    lead: 'Wer ein Wort vorschlägt, entscheidet nicht darüber. Angenommene Wörter gelten sofort.',
    wide: true,
    main: html`${deskTabs(paths.vorschlaege)}${listPage(definition, answered.result, {
      action: paths.vorschlaege,
      caption: 'Vorschläge',
      problems: answered.problems,
      noun: ['Vorschlag', 'Vorschläge'],
      emptyState: emptyState({
        title: 'Noch kein Vorschlag',
        body: 'Schlagen Sie ein Wort vor, das Menschen benutzen und das die Suche noch nicht kennt.',
      }),
    })}`,
    nextSteps: [{ label: 'Wort vorschlagen', href: paths.neu }],
  });
}
