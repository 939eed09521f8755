import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageRequest, type PageRoute } from '#platform';
import {
  type AnsweredList,
  answerList,
  dateForm,
  distinctOptions,
  type ListDefinition,
  linkButton,
  listEndings,
  listPage,
  textLink,
} from '#ui';
import { openReasonLabel } from '../../domain/verdict.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import { type OpenLeistung, openLeistungen } from '../../use-cases/answer-coverage.ts';

/** What the rules leave open, by Themenfeld: the agenda of the working group, as a page and as files. */
export function openListRoutes(deps: DutiesDeps): readonly PageRoute[] {
  const route = (ending: string): PageRoute => ({
    capability: 'duties.open',
    method: 'GET',
    path: `/regeln/offen${ending}`,
    access: 'public',
    handle: (request) => answer(deps, request),
  });
  return listEndings.map(route);
}

const definition: ListDefinition<OpenLeistung> = {
  id: 'offene-leistungen',
  defaultSort: { key: 'themenfeld', descending: false },
  keeps: ['datum'],
  search: ({ leistung, ozg, regeln }) =>
    `${leistung.name} ${leistung.leika ?? ''} ${leistung.id} ${ozg} ${regeln.map(({ aufgabe }) => aufgabe).join(' ')}`,
  columns: [
    {
      key: 'leistung',
      label: 'Leistung',
      value: ({ leistung }) => leistung.name,
      cell: ({ leistung }) => textLink(`/leistungen/${leistung.id}/zustaendigkeit`, leistung.name),
      sortable: true,
      width: 'wide',
    },
    { key: 'themenfeld', label: 'Themenfeld', value: ({ themenfeld }) => themenfeld, sortable: true },
    { key: 'ozg', label: 'OZG-Leistung', value: ({ ozg }) => ozg, sortable: true, width: 'wide' },
    { key: 'grund', label: 'Warum offen?', value: ({ open }) => openReasonLabel[open], sortable: true },
    {
      key: 'regeln',
      label: 'Regeln',
      value: ({ regeln }) => regeln.map(({ aufgabe }) => aufgabe).join('; ') || null,
      cell: ({ regeln, leistung }) =>
        regeln.length > 0
          ? html`${regeln.map(({ id, aufgabe }) => html`${textLink(`/regeln/${id}`, aufgabe)} `)}`
          : textLink(`/regeln/neu?leistung=${leistung.id}`, 'Regel vorschlagen'),
    },
    { key: 'nummer', label: 'Nummer', value: ({ leistung }) => leistung.id, exportOnly: true },
    { key: 'leika', label: 'LeiKa-Schlüssel', value: ({ leistung }) => leistung.leika, exportOnly: true },
    { key: 'typ', label: 'Typisierung', value: ({ leistung }) => leistung.typ, exportOnly: true },
  ],
  filters: [
    {
      key: 'themenfeld',
      label: 'Themenfeld',
      options: distinctOptions(({ themenfeld }: OpenLeistung) => themenfeld),
      values: ({ themenfeld }) => themenfeld,
    },
    {
      key: 'grund',
      label: 'Warum offen?',
      options: distinctOptions(({ open }: OpenLeistung) => openReasonLabel[open]),
      values: ({ open }) => openReasonLabel[open],
    },
  ],
};

async function answer(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const date = dayOfAddress(request.query, deps.clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const rows = openLeistungen(await deps.world(), date.value);
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: `offene-leistungen-${date.value}`,
    title: 'Offene Leistungen des kommunalen Katalogs',
    source: 'Leitwerk, Regelwerk Nordrhein-Westfalen',
    state: `Stichtag ${formatLocalDate(date.value)}`,
  });
  return answered.kind === 'download' ? answered : { kind: 'page', content: content(answered, date.value) };
}

function content({ result, problems }: AnsweredList<OpenLeistung>, date: LocalDate) {
  return {
    title: 'Was noch offen ist',
    preline: 'Regeln',
    lead: `Leistungen des kommunalen Katalogs, über die am ${formatLocalDate(date)} keine Regel für alle Klassen entscheidet. Die Liste lässt sich für eine Sitzung nach Themenfeld filtern und ausgeben.`,
    breadcrumb: [{ label: 'Regeln', href: '/regeln' }],
    wide: true,
    main: html`${dateForm('/regeln/offen', date)}<p>${linkButton('Regel vorschlagen', '/regeln/neu', { kind: 'secondary' })}</p>${listPage(
      definition,
      result,
      {
        action: '/regeln/offen',
        caption: 'Offene Leistungen',
        problems,
        noun: ['Leistung', 'Leistungen'],
      },
    )}`,
    nextSteps: [{ label: 'Wie viel die Regeln entscheiden', href: `/regeln/abdeckung?datum=${date}` }],
  };
}
