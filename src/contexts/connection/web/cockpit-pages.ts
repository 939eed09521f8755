import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import {
  type AnsweredList,
  answerList,
  emptyState,
  formatInstant,
  formatNumber,
  linkButton,
  listEndings,
  listPage,
  refusalNotice,
  section,
  sentSelection,
  shownList,
  table,
  textLink,
} from '#ui';
import type { CockpitDeps } from '../cockpit-deps.ts';
import { laufzustandLabel } from '../messages-cockpit.ts';
import type { Sammellauf } from '../store-sammel.ts';
import { leaderOf } from '../use-cases/cockpit-actors.ts';
import { type Cockpit, type Cockpitzeile, readCockpit, readUebersicht } from '../use-cases/read-cockpit.ts';
import { cockpitListe } from './cockpit-list.ts';
import { clocks, landMap, phaseOverview, stepsHeatMap } from './cockpit-parts.ts';
import { cockpitPath, dienstPath, manage, zugPath } from './cockpit-paths.ts';
import { stepFields } from './zug-form.ts';

/** The cockpit: all services, and one of them over all Kommunen as page, CSV and XLSX. */
export function cockpitRoutes(deps: CockpitDeps): readonly PageRoute[] {
  const show = { capability: 'connection.cockpit.show', access: manage, method: 'GET' } as const;
  return [
    {
      capability: 'connection.cockpit.overview',
      access: manage,
      method: 'GET',
      path: cockpitPath,
      handle: (request) => overview(deps, request),
    },
    { ...show, path: `${cockpitPath}/:dienst`, handle: (request) => one(deps, request) },
    ...listEndings.slice(1).map(
      (ending): PageRoute => ({
        ...show,
        path: `${cockpitPath}/:dienst/liste${ending}`,
        handle: (request) => one(deps, request),
      }),
    ),
  ];
}

async function overview(deps: CockpitDeps, { principal }: PageRequest): Promise<PageAnswer> {
  const leader = await leaderOf(deps, principal);
  if (!leader.ok) return refusal(leader.refusal);
  const { dienste, laeufe } = await readUebersicht(deps, leader.value);
  const rows = dienste.map(({ dienst, titel, anbieter, angebunden, test, live, kommunen }) => [
    textLink(dienstPath(dienst), titel),
    anbieter,
    formatNumber(angebunden),
    formatNumber(test),
    `${formatNumber(live)} von ${formatNumber(kommunen)}`,
  ]);
  return page({
    title: 'Cockpit der Anbindungen',
    lead: 'Alle Kommunen Ihres Kreises und wie weit sie mit jedem Onlinedienst sind. Von hier aus gehen Sie mit vielen zugleich einen Schritt weiter.',
    wide: true,
    main: html`${section(
      'Onlinedienste',
      table({
        caption: 'Onlinedienste mit ihren Anbindungen',
        captionHidden: true,
        columns: [
          { label: 'Onlinedienst', width: 'wide' },
          { label: 'Anbieter' },
          { label: 'Angebunden', numeric: true },
          { label: 'Im Test', numeric: true },
          { label: 'Live', numeric: true },
        ],
        rows,
        empty: emptyState({
          title: 'Noch kein Onlinedienst',
          body: 'Sobald jemand einen Onlinedienst anbietet, steht er hier.',
        }),
      }),
    )}${laeufeSection(laeufe)}`,
  });
}

/** The steps for many of the house, the newest first. */
function laeufeSection(laeufe: readonly Sammellauf[]) {
  return section(
    'Züge',
    table({
      caption: 'Schritte für viele Kommunen',
      captionHidden: true,
      columns: [{ label: 'Zug', width: 'wide' }, { label: 'Stand' }, { label: 'Angelegt' }],
      rows: laeufe.map(({ id, titel, zustand, angelegtAm }) => [
        textLink(zugPath(id), titel),
        laufzustandLabel[zustand],
        formatInstant(angelegtAm),
      ]),
      empty: html`<p class="kern-body">Noch kein Zug. Ein Zug ist ein Schritt, den Sie mit vielen Kommunen zugleich gehen.</p>`,
    }),
    {
      lead: 'Schritte, die Sie mit vielen Kommunen zugleich gegangen sind. Jeder lässt sich zurücknehmen, solange in der Kommune danach nichts geschah.',
    },
  );
}

async function one(deps: CockpitDeps, request: PageRequest): Promise<PageAnswer> {
  const leader = await leaderOf(deps, request.principal);
  if (!leader.ok) return refusal(leader.refusal);
  const cockpit = await readCockpit(deps, leader.value, request.params.dienst ?? '');
  if (!cockpit.ok) return refusal(cockpit.refusal);
  const { angebot, punkte, zeilen } = cockpit.value;
  const definition = cockpitListe(angebot.dienst, punkte);
  const answered = await answerList(deps, { definition, rows: zeilen }, request, {
    fileName: `cockpit-${angebot.dienst}`,
    title: `Anbindungen: ${angebot.data.title}`,
    source: 'Checklisten der Anbindungen in dieser Installation',
    state: '',
  });
  if (answered.kind === 'download') return answered;
  return page(content(request, cockpit.value, definition, answered, null));
}

/** The cockpit once more, with what was ticked and typed, and why it cannot be done so. */
export function refusedCockpit(request: PageRequest, cockpit: Cockpit, reason: Refusal): PageAnswer {
  const { angebot, punkte, zeilen } = cockpit;
  const definition = cockpitListe(angebot.dienst, punkte);
  const { query } = sentSelection(request.form);
  const shown = shownList({ definition, rows: zeilen }, query);
  return refusedPage(content({ ...request, query }, cockpit, definition, shown, reason), reason);
}

function content(
  { query, form, csrfToken }: PageRequest,
  { angebot, punkte, zeilen, laeufe }: Cockpit,
  definition: ReturnType<typeof cockpitListe>,
  answered: AnsweredList<Cockpitzeile>,
  reason: Refusal | null,
): PageContent {
  const { dienst } = angebot;
  const here = dienstPath(dienst);
  const every = query.get('spalten') === 'punkte';
  const switcher = every
    ? textLink(`${here}#bild-schritte-titel`, 'Nach Gruppen zusammenfassen')
    : textLink(`${here}?spalten=punkte#bild-schritte-titel`, 'Jeden Punkt der Checkliste zeigen');
  return {
    title: angebot.data.title,
    preline: 'Cockpit',
    lead: 'Wie weit jede Kommune Ihres Kreises mit diesem Onlinedienst ist, und auf wen gewartet wird.',
    wide: true,
    breadcrumb: [{ label: 'Cockpit', href: cockpitPath }, { label: angebot.data.title }],
    main: html`<div class="lw-stack">${refusalNotice(reason)}<p>${linkButton('Viele Kommunen verbinden', `${here}/verbinden`)}</p></div>${phaseOverview(dienst, zeilen)}
      ${section('Wer gerade am Zug ist', clocks(zeilen))}
      ${section('Schritte', html`<p>${switcher}</p>${stepsHeatMap(dienst, answered.result.rows, punkte, every)}`)}
      ${section(
        'Kommunen',
        listPage(definition, answered.result, {
          action: here,
          caption: `Anbindungen: ${angebot.data.title}`,
          files: `${here}/liste`,
          problems: answered.problems,
          noun: ['Kommune', 'Kommunen'],
          selection: {
            key: ({ ags }) => ags,
            label: ({ name }) => name,
            action: `${here}/vorschau`,
            csrfToken,
            fields: stepFields(punkte, form, reason),
            sent: reason === null ? undefined : sentSelection(form),
            buttons: [{ label: 'Vorschau' }],
          },
          emptyState: emptyState({
            title: 'Noch keine Kommune im Kreis',
            body: 'Verbinden Sie viele Kommunen auf einmal, oder nehmen Sie einzelne unter „Betreute Kommunen“ auf.',
            action: linkButton('Viele Kommunen verbinden', `${here}/verbinden`),
          }),
        }),
      )}${landMap(dienst, zeilen)}${laeufeSection(laeufe)}`,
    nextSteps: [
      { label: 'Alle Onlinedienste im Cockpit', href: cockpitPath },
      { label: `Angebot „${angebot.data.title}“`, href: `/onlinedienste/${dienst}` },
    ],
  };
}
