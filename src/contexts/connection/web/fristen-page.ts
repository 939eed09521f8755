import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import {
  type AnsweredList,
  answerList,
  badge,
  buttonRow,
  emptyState,
  type ListDefinition,
  linkButton,
  listEndings,
  listPage,
  section,
  table,
  textLink,
} from '#ui';
import type { ConnectionDeps } from '../connection-deps.ts';
import { type Ablauf, ablaufArten, monatsblatt, nachbarmonat, naeheOn, stufeOn } from '../domain/ablauf.ts';
import { monthInvalid } from '../errors.ts';
import { fristenKalender } from '../kalender.ts';
import { ablaufLabel } from '../messages.ts';
import { type Haus, hausOf } from '../use-cases/begleiter.ts';
import { readFristen } from '../use-cases/fristen.ts';

const address = '/fristen';

/** Everything that runs out: list, month, files and calendar. */
export function fristenRoutes(deps: ConnectionDeps): readonly PageRoute[] {
  return [...listEndings, '.ics'].map((ending) => ({
    capability: 'connection.deadlines',
    method: 'GET',
    path: `${address}${ending}`,
    access: 'signed-in',
    handle: (request) => answer(deps, request),
  }));
}

async function answer(deps: ConnectionDeps, request: PageRequest): Promise<PageAnswer> {
  const haus = await hausOf(deps, request.principal, 'lesen');
  if (!haus.ok) return refusal(haus.refusal);
  const today = deps.clock.today();
  const asked = request.query.get('monat') ?? '';
  if (asked !== '' && !/^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(asked)) return refusal(monthInvalid);
  const ablaeufe = await readFristen(deps, haus.value);
  const next = ablaeufe.find(({ bis }) => bis >= today)?.bis ?? today;
  const monat = asked || next.slice(0, 7);
  if (request.path.endsWith('.ics')) return calendar(deps, ablaeufe);
  const definition = listOf(today);
  const list = { definition, rows: ablaeufe };
  const answered = await answerList(deps, list, request, {
    fileName: 'fristen',
    title: `Fristen, ${haus.value.haus.name}`,
    source: 'Checklisten, Zustellpunkte, Zugangsdaten und Verträge in dieser Installation',
    state: formatLocalDate(today),
  });
  return answered.kind === 'list'
    ? page(content(haus.value, { today, monat, ablaeufe, definition, answered }))
    : answered;
}

function calendar(deps: ConnectionDeps, ablaeufe: readonly Ablauf[]): PageAnswer {
  const body = fristenKalender(ablaeufe, { origin: deps.staffOrigin, stempel: deps.clock.now() });
  return { kind: 'download', fileName: 'fristen.ics', contentType: 'text/calendar; charset=utf-8', body };
}

function listOf(today: LocalDate): ListDefinition<Ablauf> {
  return {
    id: 'fristen',
    keeps: ['monat'],
    defaultSort: { key: 'bis', descending: false },
    search: ({ titel, kommune, dienst, dienstTitel }) =>
      `${titel} ${kommune} ${dienst ?? ''} ${dienstTitel ?? ''}`,
    columns: [
      {
        key: 'titel',
        label: 'Was',
        value: ({ titel }) => titel,
        cell: ({ titel, href }) => textLink(href, titel),
        sortable: true,
        width: 'wide',
      },
      {
        key: 'bis',
        label: 'Gilt bis',
        kind: 'date',
        value: ({ bis }) => bis,
        cell: ({ bis }) => html`${formatLocalDate(bis)} ${naeheBadge(bis, today)}`,
        sortable: true,
      },
      { key: 'kommune', label: 'Haus', value: ({ kommune }) => kommune, sortable: true },
      { key: 'art', label: 'Art', value: ({ art }) => ablaufLabel[art], sortable: true },
      {
        key: 'dienst',
        label: 'Onlinedienst',
        value: ({ dienst, dienstTitel }) => dienstTitel ?? dienst,
        sortable: true,
      },
    ],
    filters: [
      {
        key: 'art',
        label: 'Art',
        options: ablaufArten.map((value) => ({ value, label: ablaufLabel[value] })),
        values: ({ art }) => art,
      },
      {
        key: 'naehe',
        label: 'Wann',
        options: [
          { value: 'abgelaufen', label: 'abgelaufen' },
          { value: 'bald', label: 'in den nächsten 90 Tagen' },
          { value: 'spaeter', label: 'später' },
        ],
        values: ({ bis }) => naeheOn(bis, today),
      },
    ],
    groupings: [{ key: 'kommune', label: 'Haus', value: ({ kommune }) => kommune }],
  };
}

function naeheBadge(bis: LocalDate, today: LocalDate) {
  const naehe = naeheOn(bis, today);
  if (naehe === 'abgelaufen') return badge('danger', 'abgelaufen');
  if (naehe === 'spaeter') return '';
  const stufe = stufeOn(bis, today) ?? 0;
  return badge('warning', stufe === 0 ? 'letzter Tag' : `in höchstens ${stufe} Tagen`);
}

interface Asked {
  readonly today: LocalDate;
  readonly monat: string;
  readonly ablaeufe: readonly Ablauf[];
  readonly definition: ListDefinition<Ablauf>;
  readonly answered: AnsweredList<Ablauf>;
}

function content({ haus, seite }: Haus, { monat, ablaeufe, definition, answered }: Asked): PageContent {
  const list = listPage(definition, answered.result, {
    action: address,
    caption: 'Fristen',
    problems: answered.problems,
    noun: ['Frist', 'Fristen'],
    emptyState: emptyState({
      title: 'Nichts läuft ab',
      body: 'Hier steht, was einen letzten Tag hat: Nachweise der Checklisten, Empfangsschlüssel, Zugangsdaten und Verträge.',
    }),
  });
  return {
    title: 'Fristen',
    preline: haus.name,
    lead:
      seite === 'kommune'
        ? 'Zertifikate, Schlüssel, Verträge und Zugangsdaten Ihrer Kommune, die ablaufen. 90, 30, 14 und 3 Tage vorher und am letzten Tag bekommen Sie eine Nachricht.'
        : 'Was bei den Kommunen abläuft, die Sie betreuen. Zugangsdaten sieht nur die Kommune selbst.',
    wide: true,
    main: html`${section('Alle Fristen', list)}${section('Monat', monthView(monat, ablaeufe))}`,
    nextSteps: [
      { label: 'Als Kalender herunterladen (ICS)', href: `${address}.ics` },
      ...(seite === 'kommune'
        ? [{ label: 'Anbindungen', href: '/anbindungen' }]
        : [{ label: 'Cockpit', href: '/cockpit' }]),
    ],
  };
}

const monthName = new Intl.DateTimeFormat('de', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The days of a month on which something ends, week by week. */
function monthView(monat: string, ablaeufe: readonly Ablauf[]) {
  const weeks = monatsblatt(monat, ablaeufe);
  const rows = weeks.map((week, index) => [
    `${index + 1}. Woche`,
    ...week.map((day) =>
      day === null
        ? ''
        : html`<span>${Number(day.tag.slice(8))}.</span>${day.ablaeufe.map(
            ({ titel, kommune, href }) => html`<br>${textLink(href, `${titel} (${kommune})`)}`,
          )}`,
    ),
  ]);
  const name = monthName.format(new Date(`${monat}-01T00:00:00Z`));
  return html`${table({
    caption: name,
    small: true,
    columns: ['Woche', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'].map((label) => ({ label })),
    rows,
  })}${buttonRow(
    linkButton('Monat davor', `${address}?monat=${nachbarmonat(monat, -1)}`, { kind: 'secondary' }),
    linkButton('Monat danach', `${address}?monat=${nachbarmonat(monat, 1)}`, { kind: 'secondary' }),
  )}`;
}
