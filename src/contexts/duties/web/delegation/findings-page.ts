import { html } from 'hono/html';
import { formatLocalDate, isValidOn, type LocalDate } from '#kernel';
import { dayOfAddress, type PageAnswer, type PageRequest } from '#platform';
import {
  answerList,
  badge,
  dateForm,
  emptyState,
  formatNumber,
  formatShare,
  type ListDefinition,
  listPage,
  section,
  statTiles,
  table,
  textLink,
} from '#ui';
import { befundText, periodText } from '../../delegation-errors.ts';
import { type Befund, befundarten, befundartLabel, isHindrance } from '../../domain/befunde.ts';
import { openReasonLabel } from '../../domain/verdict.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import {
  aufgabeName,
  befundeIn,
  bodyNames,
  type Vollstaendigkeit,
  vollstaendigkeitOn,
} from '../../use-cases/answer-delegations.ts';
import { paths } from './paths.ts';

interface Row {
  readonly befund: Befund;
  readonly aufgaben: string;
  /** The finding in a sentence that names all sides. */
  readonly text: string;
  /** Whether it touches the day. */
  readonly am: 'ja' | 'nein';
}

/** Gaps, overlaps and circles of the whole register, and how many pairs have exactly one executor. */
export async function showFindings(deps: DutiesDeps, request: PageRequest): Promise<PageAnswer> {
  const date = dayOfAddress(request.query, deps.clock);
  if (!date.ok) return { kind: 'refusal', refusal: date.refusal };
  const world = await deps.world();
  const rows = befundeIn(world).map(
    (befund): Row => ({
      befund,
      aufgaben: befund.aufgabeIds.map((id) => aufgabeName(world, id)).join(', '),
      text: befundText(befund, bodyNames(world)),
      am: isValidOn({ validFrom: befund.von, validTo: befund.bis }, date.value) ? 'ja' : 'nein',
    }),
  );
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: `befunde-${date.value}`,
    title: 'Befunde zum Register der Übertragungen',
    source: 'Leitwerk, Regelwerk Nordrhein-Westfalen',
    state: `Stichtag ${formatLocalDate(date.value)}`,
  });
  if (answered.kind === 'download') return answered;
  const list = listPage(definition, answered.result, {
    action: paths.findings,
    caption: 'Befunde',
    problems: answered.problems,
    noun: ['Befund', 'Befunde'],
    emptyState: emptyState({
      title: 'Keine Befunde',
      body: 'Das Register hat keine Lücken und keine Überschneidungen.',
    }),
  });
  return { kind: 'page', content: content(date.value, vollstaendigkeitOn(world, date.value), list) };
}

function content(date: LocalDate, counts: Vollstaendigkeit, list: ReturnType<typeof listPage>) {
  const { paare, mitStelle, nichtEinschlaegig, offen } = counts;
  return {
    title: 'Lücken und Überschneidungen',
    preline: 'Register der Übertragungen',
    breadcrumb: [{ label: 'Register der Übertragungen', href: paths.register }],
    lead: `Jede Leistung hat in jeder Gemeinde an jedem Tag genau eine Stelle, oder sie ist offen. Gezählt sind alle Gemeinden in Nordrhein-Westfalen am ${formatLocalDate(date)}.`,
    wide: true,
    main: html`${dateForm(paths.findings, date)}
      ${section(
        'Auf einen Blick',
        statTiles([
          {
            label: 'Genau eine Stelle',
            value: formatShare(mitStelle, paare),
            note: `${formatNumber(mitStelle)} von ${formatNumber(paare)} Paaren`,
          },
          {
            label: 'Nicht einschlägig',
            value: formatNumber(nichtEinschlaegig),
            note: 'keine Aufgabe der Gemeinde',
          },
          { label: 'Offen', value: formatNumber(offen), note: formatShare(offen, paare) },
        ]),
      )}
      ${section('Was im Register auffällt', list)}
      ${section('Warum Paare offen sind', reasonTable(counts))}`,
    nextSteps: [
      { label: 'Register der Übertragungen', href: `${paths.register}?datum=${date}` },
      { label: 'Was noch offen ist', href: '/regeln/offen' },
    ],
  };
}

function reasonTable({ gruende }: Vollstaendigkeit) {
  return table({
    caption: 'Offene Paare nach Grund',
    captionHidden: true,
    columns: [
      { label: 'Grund', width: 'wide' },
      { label: 'Paare', numeric: true },
    ],
    rows: gruende.map(({ code, paare }) => [openReasonLabel[code], formatNumber(paare)]),
  });
}

const definition: ListDefinition<Row> = {
  id: 'befunde',
  keeps: ['datum'],
  defaultSort: { key: 'art', descending: false },
  search: ({ text, aufgaben }) => `${text} ${aufgaben}`,
  columns: [
    {
      key: 'art',
      label: 'Befund',
      value: ({ befund }) => befundartLabel[befund.art],
      cell: ({ befund }) => badge(isHindrance(befund) ? 'danger' : 'warning', befundartLabel[befund.art]),
      sortable: true,
    },
    {
      key: 'seiten',
      label: 'Zwischen',
      value: ({ befund }) => befund.belege.map(({ norm, id }) => `${norm} (${id})`).join('; '),
      cell: ({ befund }) =>
        html`<ul class="kern-list">${befund.belege.map(({ id, norm }) => html`<li>${textLink(paths.one(id), norm)}</li>`)}</ul>`,
      width: 'wide',
    },
    { key: 'aufgaben', label: 'Aufgaben', value: ({ aufgaben }) => aufgaben, sortable: true },
    { key: 'tage', label: 'Tage', value: ({ befund }) => periodText(befund.von, befund.bis) },
    { key: 'text', label: 'In Worten', value: ({ text }) => text, exportOnly: true },
  ],
  filters: [
    {
      key: 'art',
      label: 'Befund',
      options: befundarten.map((value) => ({ value, label: befundartLabel[value] })),
      values: ({ befund }) => befund.art,
    },
    {
      key: 'am',
      label: 'Betrifft den Stichtag',
      options: ['ja', 'nein'].map((value) => ({ value, label: value })),
      values: ({ am }) => am,
    },
  ],
};
