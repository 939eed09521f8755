import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import type { PageContent, PageRequest, PageRoute } from '#platform';
import {
  alert,
  badge,
  button,
  buttonRow,
  emptyState,
  errorOf,
  form,
  formatInstant,
  type ListDefinition,
  linkButton,
  listIndex,
  listPage,
  readListQuery,
  section,
  textareaField,
  textLink,
} from '#ui';
import { abschnitte, abschnittLabel, type Freigabetext } from '../domain/freigabe.ts';
import type { EfaDeps } from '../doors-deps.ts';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import { type FreigabeView, listFreigaben, readFreigabe } from '../use-cases/read-freigaben.ts';
import { releaseText, withdrawText } from '../use-cases/release-text.ts';
import { suggestText } from '../use-cases/suggest-text.ts';
import {
  done,
  exported,
  flashOf,
  listEndings,
  page,
  problemsOf,
  refusal,
  refusalNotice,
  refusedPage,
  versionIn,
} from './answers.ts';

const manage = { permission: 'efa.anbindung.manage' } as const;

function standOf({
  freigabe,
  ende,
}: FreigabeView): 'freigegeben' | 'zurückgezogen' | 'kein Text' | 'beendet' {
  if (ende !== null) return 'beendet';
  if (freigabe === null) return 'kein Text';
  return freigabe.text === null ? 'zurückgezogen' : 'freigegeben';
}

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

function oneContent(
  view: FreigabeView,
  request: PageRequest,
  reason: Refusal | null,
  name: string,
  suggested: Freigabetext | null,
): PageContent {
  const { leistung, freigabe, ende } = view;
  const mayChange = request.principal?.permissions.has(manage.permission) === true;
  return {
    title: leistung.name,
    preline: `Text für Bürgerinnen und Bürger, ${name}`,
    breadcrumb: [{ label: 'Texte', href: '/freigaben' }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}
      <p class="kern-body">Stand: ${standOf(view)}</p>
      ${ende === null ? '' : alert({ kind: 'warning', title: `Diese Leistung gibt es seit dem ${formatLocalDate(ende)} nicht mehr`, body: 'Sie wird Bürgerinnen und Bürgern nicht gezeigt.' })}
      ${mayChange ? editForm(view, request, reason, suggested) : readText(view)}
      ${mayChange && freigabe?.text ? withdrawForm(leistung.id, freigabe.nummer, request.csrfToken) : ''}`,
    nextSteps: [{ label: 'Diese Leistung im Katalog', href: `/katalog/leistungen/${leistung.id}` }],
  };
}

function editForm(
  { leistung, freigabe }: FreigabeView,
  request: PageRequest,
  reason: Refusal | null,
  suggested: Freigabetext | null,
) {
  const problems = problemsOf(reason);
  const typed = (part: (typeof abschnitte)[number]) =>
    reason === null ? (freigabe?.text?.[part] ?? suggested?.[part] ?? '') : (request.form.get(part) ?? '');
  const fields = abschnitte.map((part) =>
    textareaField({
      name: part,
      label: abschnittLabel[part],
      value: typed(part),
      rows: part === 'was' ? 5 : 3,
      optional: part !== 'was',
      hint:
        part === 'kosten'
          ? 'Bitte leer lassen, wenn der Onlinedienst die Kosten aus Ihren Parametern nennt.'
          : null,
      error: errorOf(problems, part),
    }),
  );
  const hidden = { nummer: String(freigabe?.nummer ?? 0) };
  const note = alert({
    kind: 'info',
    title: 'Vorschlag aus dem Onlinedienst',
    body: 'Noch ist nichts freigegeben. Bitte lesen Sie den Text und passen Sie ihn an.',
  });
  return html`${suggested !== null && reason === null ? note : ''}${form(
    { action: `/freigaben/${leistung.id}`, csrfToken: request.csrfToken, hidden, label: 'Text freigeben' },
    html`${fields}${buttonRow(button('Text freigeben'), linkButton('Abbrechen', '/freigaben', { kind: 'secondary' }))}`,
  )}`;
}

function readText({ freigabe }: FreigabeView) {
  const text = freigabe?.text;
  if (!text) return html`<p class="kern-body">Für diese Leistung ist nichts freigegeben.</p>`;
  return html`${abschnitte.filter((part) => text[part] !== '').map((part) => section(abschnittLabel[part], html`<p class="kern-body">${text[part]}</p>`))}`;
}

function withdrawForm(leistung: string, nummer: number, csrfToken: string) {
  return section(
    'Zurückziehen',
    form(
      {
        action: `/freigaben/${leistung}/zurueckziehen`,
        csrfToken,
        hidden: { nummer: String(nummer) },
        label: 'Text zurückziehen',
      },
      button('Text zurückziehen', { kind: 'secondary' }),
    ),
    { lead: 'Danach steht die Leistung nicht mehr auf der Seite Ihrer Kommune.' },
  );
}
