import { html } from 'hono/html';
import type { Leistung } from '#catalogue';
import type { LocalDate } from '#kernel';
import type { Body } from '#territory';
import { distinctOptions, type ListDefinition, textLink, verdictBadge } from '#ui';
import type { Antwort, Unterschied } from '../domain/unterschied.ts';
import { openReasonLabel, verdictWords } from '../domain/verdict.ts';
import { antwortText } from '../views/antwort-text.ts';

type Row = Unterschied<Leistung, Body>;

/** What a list of differences is about, and which parameters of its page it keeps. */
export interface UnterschiedListOptions {
  readonly id: string;
  readonly keeps: readonly string[];
  /** Several bodies stand in it. */
  readonly withBody: boolean;
  /** The day whose reasons a row leads to; null where the later answer is only supposed. */
  readonly reasonsOn: LocalDate | null;
}

/** The list of pairs that are answered otherwise: search, filters, columns. */
export function unterschiedList(options: UnterschiedListOptions): ListDefinition<Row> {
  return {
    id: options.id,
    keeps: options.keeps,
    defaultSort: { key: 'leistung', descending: false },
    search: ({ leistung, body, aufgabe, norm }) =>
      `${leistung.name} ${leistung.leika ?? ''} ${leistung.id} ${body.name} ${aufgabe ?? ''} ${norm ?? ''}`,
    columns: [...nameColumns(options), ...answerColumns, ...reasonColumns],
    filters: filtersOf(options),
  };
}

function nameColumns({ withBody, reasonsOn }: UnterschiedListOptions): ListDefinition<Row>['columns'] {
  const href = ({ body, leistung }: Row) =>
    reasonsOn === null
      ? `/katalog/leistungen/${leistung.id}`
      : `/kommunen/${body.ags}/pflichten/${leistung.id}?datum=${reasonsOn}`;
  const leistung: ListDefinition<Row>['columns'][number] = {
    key: 'leistung',
    label: 'Leistung',
    value: (row) => row.leistung.name,
    cell: (row) => textLink(href(row), row.leistung.name),
    sortable: true,
    width: 'wide',
  };
  const body: ListDefinition<Row>['columns'][number] = {
    key: 'gemeinde',
    label: 'Gemeinde',
    value: (row) => row.body.name,
    sortable: true,
    exportOnly: !withBody,
  };
  return [leistung, body];
}

const answerColumns: ListDefinition<Row>['columns'] = [
  {
    key: 'vorher',
    label: 'Vorher',
    value: ({ vorher }) => antwortText(vorher),
    cell: ({ vorher }) => antwortCell(vorher),
    sortable: true,
  },
  {
    key: 'nachher',
    label: 'Nachher',
    value: ({ nachher }) => antwortText(nachher),
    cell: ({ nachher }) => antwortCell(nachher),
    sortable: true,
  },
];

const reasonColumns: ListDefinition<Row>['columns'] = [
  { key: 'anlass', label: 'Anlass', value: ({ anlass }) => anlass, sortable: true },
  { key: 'aufgabe', label: 'Aufgabe', value: ({ aufgabe }) => aufgabe, sortable: true, exportOnly: true },
  { key: 'norm', label: 'Norm', value: ({ norm }) => norm, sortable: true },
  { key: 'ags', label: 'AGS', value: ({ body }) => body.ags, exportOnly: true },
  { key: 'nummer', label: 'Nummer', value: ({ leistung }) => leistung.id, exportOnly: true },
  { key: 'leika', label: 'LeiKa-Schlüssel', value: ({ leistung }) => leistung.leika, exportOnly: true },
];

function filtersOf({ withBody }: UnterschiedListOptions): ListDefinition<Row>['filters'] {
  const bodies = {
    key: 'gemeinde',
    label: 'Gemeinde',
    options: distinctOptions(({ body }: Row) => body.name),
    values: ({ body }: Row) => body.name,
  };
  const words = verdictWords.map((word) => ({ value: word, label: word }));
  return [
    ...(withBody ? [bodies] : []),
    { key: 'war', label: 'Vorher', options: words, values: ({ vorher }) => vorher.verdict },
    { key: 'wird', label: 'Nachher', options: words, values: ({ nachher }) => nachher.verdict },
    {
      key: 'aufgabe',
      label: 'Aufgabe',
      options: distinctOptions(({ aufgabe }: Row) => aufgabe),
      values: ({ aufgabe }) => aufgabe,
    },
  ];
}

function antwortCell({ verdict, stelle, offen }: Antwort) {
  const detail = offen === null ? (stelle?.name ?? '') : openReasonLabel[offen];
  return html`${verdictBadge(verdict)}<p class="kern-body kern-body--small">${detail}</p>`;
}
