import { formatLocalDate, type Refusal } from '#kernel';
import type { PageContent, PageRequest, PageRoute } from '#platform';
import {
  badge,
  emptyState,
  formatInstant,
  type ListDefinition,
  linkButton,
  listIndex,
  listPage,
  readListQuery,
  textLink,
} from '#ui';
import { abschnitte } from '../domain/freigabe.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import { type FreigabeView, listFreigaben, readFreigabe } from '../use-cases/read-freigaben.ts';
import { releaseText, withdrawText } from '../use-cases/release-text.ts';
import { suggestText } from '../use-cases/suggest-text.ts';
import { done, exported, flashOf, listEndings, page, refusal, refusedPage, versionIn } from './answers.ts';
import { manage, oneContent, standOf } from './freigabe-content.ts';

const definition: ListDefinition<FreigabeView> = {
  id: 'freigaben',
  defaultSort: { key: 'name', descending: false },
  search: ({ leistung }) => `${leistung.name} ${leistung.leika ?? ''} ${leistung.id}`,
  columns: [
    {
      key: 'name',
      label: 'Leistung',
      value: ({ leistung }) => leistung.name,
      cell: ({ leistung }) => textLink(`/freigaben/${leistung.id}`, leistung.name),
      sortable: true,
      width: 'wide',
    },
    {
      key: 'stand',
      label: 'Stand',
      value: standOf,
      cell: (row) => badge(standOf(row) === 'freigegeben' ? 'success' : 'neutral', standOf(row)),
      sortable: true,
    },
    {
      key: 'am',
      label: 'Zuletzt geändert',
      value: ({ freigabe }) => freigabe && formatInstant(freigabe.freigegebenAm),
    },
    { key: 'leika', label: 'LeiKa-Schlüssel', value: ({ leistung }) => leistung.leika, exportOnly: true },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Stand',
      options: ['freigegeben', 'zurückgezogen', 'kein Text', 'beendet'].map((value) => ({
        value,
        label: value,
      })),
      values: standOf,
    },
  ],
};

/** The texts of the service pages that citizens of one's own Kommune read. */
export function freigabenRoutes(deps: EfaDeps): readonly PageRoute[] {
  const lists = listEndings.map(
    (ending): PageRoute => ({
      capability: 'efa.freigaben',
      method: 'GET',
      path: `/freigaben${ending}`,
      access: 'signed-in',
      handle: async (request) => {
        const reader = await readerOf(deps, request.principal);
        if (!reader.ok) return refusal(reader.refusal);
        const rows = await listFreigaben(deps, reader.value);
        if (ending === '') return page(listContent(rows, request, reader.value.kommune.name));
        return exported(deps, request, definition, rows, {
          name: `freigaben-${reader.value.kommune.ags}`,
          title: `Freigegebene Texte ${reader.value.kommune.name}`,
          source: 'Freigaben der Kommune',
          state: formatLocalDate(deps.clock.today()),
        });
      },
    }),
  );
  const show: PageRoute = {
    capability: 'efa.freigaben',
    method: 'GET',
    path: '/freigaben/:leistung',
    access: 'signed-in',
    handle: (request) => showOne(deps, request, null),
  };
  const post = (
    capability: string,
    path: string,
    act: typeof releaseText,
    flash: 'freigegeben' | 'zurueckgezogen',
  ): PageRoute => ({
    capability,
    method: 'POST',
    path,
    access: manage,
    handle: async (request) => {
      const editor = await editorOf(deps, request.principal);
      if (!editor.ok) return refusal(editor.refusal);
      const text = Object.fromEntries(abschnitte.map((part) => [part, request.form.get(part) ?? '']));
      const input = {
        leistung: request.params.leistung ?? '',
        nummer: versionIn(request.form.get('nummer')),
        text,
      };
      const result = await act(deps, editor.value, input);
      return result.ok
        ? done(`/freigaben/${result.value.leistungId}`, flash)
        : showOne(deps, request, result.refusal);
    },
  });
  return [
    ...lists,
    show,
    post('efa.freigabe.release', '/freigaben/:leistung', releaseText, 'freigegeben'),
    post('efa.freigabe.withdraw', '/freigaben/:leistung/zurueckziehen', withdrawText, 'zurueckgezogen'),
  ];
}

function listContent(rows: readonly FreigabeView[], request: PageRequest, name: string): PageContent {
  const { query, problems } = readListQuery(definition, request.query);
  return {
    title: 'Texte für Bürgerinnen und Bürger',
    preline: name,
    lead: 'Auf der Seite Ihrer Kommune steht nur, was Sie hier freigeben. Beendete Leistungen werden nie gezeigt.',
    wide: true,
    ...flashOf(request),
    main: listPage(definition, listIndex(definition, rows).run(query), {
      action: '/freigaben',
      caption: 'Freigegebene Texte',
      exportLinks: { csv: '/freigaben.csv', xlsx: '/freigaben.xlsx' },
      problems,
      noun: ['Leistung', 'Leistungen'],
      emptyState: emptyState({
        title: 'Noch keine Texte',
        body: 'Suchen Sie im Katalog eine Leistung und hängen Sie ihre Nummer an: /freigaben/L02950.',
        action: linkButton('Zum Katalog', '/katalog'),
      }),
    }),
    nextSteps: [{ label: 'Anbindungen', href: '/anbindungen' }],
  };
}

async function showOne(deps: EfaDeps, request: PageRequest, reason: Refusal | null) {
  const reader = await readerOf(deps, request.principal);
  if (!reader.ok) return refusal(reader.refusal);
  const view = await readFreigabe(deps, reader.value, request.params.leistung ?? '');
  if (!view.ok) return refusal(view.refusal);
  const { freigabe, leistung } = view.value;
  const suggested = freigabe === null ? await suggestText(deps, reader.value, leistung.leika) : null;
  const content = oneContent(view.value, request, reason, reader.value.kommune.name, suggested);
  return reason === null ? page(content) : refusedPage(content, reason);
}
