import { html } from 'hono/html';
import type { PageContent, PageRequest } from '#platform';
import {
  type AnsweredList,
  badge,
  button,
  emptyState,
  form,
  formatInstant,
  inputField,
  type ListDefinition,
  listPage,
  section,
  textLink,
} from '#ui';
import type { EfaDeps } from '../doors-deps.ts';
import { findForText } from '../use-cases/find-for-text.ts';
import type { FreigabeView } from '../use-cases/read-freigaben.ts';
import { flashOf } from './answers.ts';
import { standOf } from './freigabe-content.ts';

/** The list of what a Kommune released. */
export const freigabenDefinition: ListDefinition<FreigabeView> = {
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

/** The page: a way to any Leistung first, then what is there already. */
export async function freigabenContent(
  deps: EfaDeps,
  { result, problems }: AnsweredList<FreigabeView>,
  request: PageRequest,
  name: string,
): Promise<PageContent> {
  return {
    title: 'Texte für Bürgerinnen und Bürger',
    preline: name,
    lead: 'Auf der Seite Ihrer Kommune steht nur, was Sie hier freigeben. Beendete Leistungen werden nie gezeigt.',
    wide: true,
    ...flashOf(request),
    main: html`${await pickSection(deps, request)}${section(
      'Vorhandene Texte',
      listPage(freigabenDefinition, result, {
        action: '/freigaben',
        caption: 'Freigegebene Texte',
        problems,
        noun: ['Leistung', 'Leistungen'],
        emptyState: emptyState({
          title: 'Noch keine Texte',
          body: 'Suchen Sie oben die Leistung, für die Sie einen Text schreiben möchten.',
        }),
      }),
    )}`,
    nextSteps: [
      { label: 'Anbindungen', href: '/anbindungen' },
      { label: 'Lücken', href: '/luecken' },
      { label: 'Auftritt der Kommune', href: '/portal' },
    ],
  };
}

/** Finds the Leistung that somebody wants to write a text for. */
async function pickSection(deps: EfaDeps, request: PageRequest) {
  const words = request.query.get('leistung')?.trim() ?? '';
  const found = await findForText(deps, words);
  const field = inputField({
    name: 'leistung',
    label: 'Leistung',
    hint: 'Name, LeiKa-Schlüssel oder Nummer, zum Beispiel „Hundesteuer“.',
    value: words,
    maxLength: 200,
  });
  return section(
    'Text für eine Leistung schreiben',
    html`${form({ action: '/freigaben', method: 'get', label: 'Leistung suchen' }, html`<div class="lw-inline-form">${field}${button('Suchen', { kind: 'secondary' })}</div>`)}${words === '' ? '' : foundList(found)}`,
  );
}

function foundList(found: Awaited<ReturnType<typeof findForText>>) {
  if (found.length === 0)
    return html`<p class="kern-body" role="status">Nichts gefunden. Bitte versuchen Sie es mit weniger oder anderen Wörtern.</p>`;
  return html`<ul class="kern-list kern-list--bullet">${found.map(
    ({ id, name, leika }) =>
      html`<li>${textLink(`/freigaben/${id}`, name)} <span class="kern-body kern-body--small kern-body--muted">${leika ?? id}</span></li>`,
  )}</ul>`;
}
