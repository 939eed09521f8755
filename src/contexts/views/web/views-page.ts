import { html } from 'hono/html';
import { localDate } from '#kernel';
import { type PageAnswer, type PageRequest, page } from '#platform';
import { answerList, badge, distinctOptions, emptyState, type ListDefinition, listPage, textLink } from '#ui';
import type { ViewsDeps } from '../deps.ts';
import { type Ansicht, addressOf } from '../domain/ansicht.ts';
import type { Person } from '../use-cases/person.ts';
import { listViews } from '../use-cases/read-views.ts';
import { originOf, sharedWith } from '../views.ts';
import { flashOf, withPerson } from './answers.ts';

/** All views that somebody sees: the page and its two exports. */
export function showViews(deps: ViewsDeps, request: PageRequest): Promise<PageAnswer> {
  return withPerson(request, async (person) => {
    const definition = definitionFor(person);
    const list = { definition, rows: await listViews(deps, person) };
    const answered = await answerList(deps, list, request, {
      fileName: 'ansichten',
      title: 'Gespeicherte Ansichten',
      source: 'Leitwerk',
      state: '',
    });
    if (answered.kind === 'download') return answered;
    return page({
      title: 'Ansichten',
      lead: 'Listen, wie Sie oder andere sie gefiltert und sortiert haben. Eine Ansicht öffnet sich mit den Daten von heute.',
      wide: true,
      ...flashOf(request),
      main: listPage(definition, answered.result, {
        action: '/ansichten',
        caption: 'Gespeicherte Ansichten',
        problems: answered.problems,
        noun: ['Ansicht', 'Ansichten'],
        emptyState: emptyState({
          title: 'Noch keine Ansichten',
          body: 'Öffnen Sie eine Liste, filtern und sortieren Sie sie, wie Sie sie brauchen, und wählen Sie dann „Gespeicherte Ansichten“ über der Tabelle.',
        }),
      }),
    });
  });
}

function definitionFor(person: Person): ListDefinition<Ansicht> {
  return {
    id: 'ansichten',
    defaultSort: { key: 'name', descending: false },
    search: ({ name, liste, haus }) => `${name} ${liste} ${haus}`,
    columns: [
      {
        key: 'name',
        label: 'Ansicht',
        value: ({ name }) => name,
        cell: (ansicht) =>
          html`${textLink(addressOf(ansicht), ansicht.name)} ${ansicht.start ? badge('info', 'Startansicht', null) : ''}`,
        sortable: true,
        width: 'wide',
      },
      { key: 'liste', label: 'Liste', value: ({ liste }) => liste, sortable: true },
      { key: 'herkunft', label: 'Herkunft', value: (ansicht) => originOf(person, ansicht), sortable: true },
      {
        key: 'geteilt',
        label: 'Wer sieht sie',
        value: (ansicht) => sharedWith(person, ansicht),
        sortable: true,
      },
      {
        key: 'geaendert',
        label: 'Geändert',
        kind: 'date',
        value: ({ geaendertAm }) => localDate(geaendertAm.toISOString().slice(0, 10)),
        sortable: true,
      },
      { key: 'adresse', label: 'Adresse', value: addressOf, exportOnly: true },
      {
        key: 'verwalten',
        label: 'Verwalten',
        value: () => null,
        cell: ({ id, name }) =>
          html`<a class="kern-link" href="/ansichten/${id}">Verwalten<span class="kern-sr-only"> ${name}</span></a>`,
      },
    ],
    filters: [
      {
        key: 'herkunft',
        label: 'Herkunft',
        options: distinctOptions((ansicht: Ansicht) => originOf(person, ansicht)),
        values: (ansicht) => originOf(person, ansicht),
      },
      {
        key: 'liste',
        label: 'Liste',
        options: distinctOptions(({ liste }: Ansicht) => liste),
        values: ({ liste }) => liste,
      },
    ],
  };
}
