import { html } from 'hono/html';
import { formatLocalDate, formatQuartal } from '#kernel';
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
  descriptionList,
  emptyState,
  formatNumber,
  formatShare,
  type ListDefinition,
  listIndex,
  listPage,
  section,
  stackedBars,
  statTiles,
  table,
} from '#ui';
import { bedarfLabel, vorarbeitLabel } from '../messages.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import {
  type Auswertung,
  type Auswertungszeile,
  type BenannteAntwort,
  evaluate,
  evaluateLeistung,
  type Leistungsauswertung,
} from '../use-cases/evaluate.ts';
import type { Fragende } from '../use-cases/people.ts';
import { auswertungsliste } from './auswertung-liste.ts';
import { zustandBadge } from './parts.ts';
import { address, asFragende } from './wer.ts';

/** What the Kommunen said, counted and, for one Leistung, singly. */
export function auswertungRoutes(deps: SurveysDeps): readonly PageRoute[] {
  const lists = (['', '.csv', '.xlsx'] as const).map(
    (ending): PageRoute => ({
      capability: 'surveys.evaluate',
      method: 'GET',
      path: `/bedarf/:id/auswertung${ending}`,
      access: 'signed-in',
      handle: asFragende(deps, 'lesen', (who, request) => answer(deps, who, request, ending)),
    }),
  );
  return [
    ...lists,
    {
      capability: 'surveys.leistung',
      method: 'GET',
      path: '/bedarf/:id/auswertung/:leistung',
      access: 'signed-in',
      handle: asFragende(deps, 'lesen', async (who, request) => {
        const { id = '', leistung = '' } = request.params;
        const found = await evaluateLeistung(deps, who, id, leistung);
        return found.ok ? page(leistungContent(found.value)) : refusal(found.refusal);
      }),
    },
  ];
}

async function answer(
  deps: SurveysDeps,
  who: Fragende,
  request: PageRequest,
  ending: '' | '.csv' | '.xlsx',
): Promise<PageAnswer> {
  const found = await evaluate(deps, who, request.params.id ?? '');
  if (!found.ok) return refusal(found.refusal);
  const { umfrage, zeilen } = found.value;
  const here = address(umfrage.id, 'auswertung');
  const definition = auswertungsliste('bedarf-auswertung', (leistungId) => `${here}/${leistungId}`);
  const format = ending === '' ? null : ending === '.csv' ? 'csv' : 'xlsx';
  const answered = await answerList(
    deps,
    { definition, index: listIndex(definition, zeilen) },
    request.query,
    format,
    {
      fileName: `bedarf-auswertung-${deps.clock.today()}`,
      title: `${umfrage.titel}: Auswertung`,
      source: 'Freigegebene Antworten der Kommunen, die mit dem IT-Dienstleister teilen',
      state: `Stand ${formatLocalDate(deps.clock.today())}`,
    },
  );
  return answered.kind === 'list' ? page(content(found.value, definition, answered)) : answered;
}

function content(
  auswertung: Auswertung,
  definition: ListDefinition<Auswertungszeile>,
  { result, problems }: AnsweredList<Auswertungszeile>,
): PageContent {
  const { umfrage, zeilen } = auswertung;
  const here = address(umfrage.id, 'auswertung');
  return {
    title: 'Auswertung',
    preline: umfrage.titel,
    lead: html`${zustandBadge(umfrage.zustand)} Gezählt ist, was die Kommunen freigegeben haben und mit Ihnen teilen.`,
    breadcrumb: [
      { label: 'Bedarfsabfragen', href: '/bedarf' },
      { label: umfrage.titel, href: address(umfrage.id) },
    ],
    wide: true,
    main: html`${kennzahlen(auswertung)}${bedarfBild(zeilen, (id) => `${here}/${id}`)}${listPage(
      definition,
      result,
      {
        action: here,
        caption: 'Bedarf je Leistung',
        noun: ['Leistung', 'Leistungen'],
        exportLinks: { csv: `${here}.csv`, xlsx: `${here}.xlsx` },
        problems,
        emptyState: emptyState({
          title: 'Noch nichts auszuwerten',
          body: 'Hier steht der Bedarf, sobald Kommunen gefragt sind.',
        }),
      },
    )}`,
    nextSteps: [
      { label: 'Alle einzelnen Antworten: Excel', href: address(umfrage.id, 'einzelantworten.xlsx') },
      { label: 'Alle einzelnen Antworten: CSV', href: address(umfrage.id, 'einzelantworten.csv') },
      { label: 'Zurück zur Bedarfsabfrage', href: address(umfrage.id) },
    ],
  };
}

/** How many took part, and what they want, in a few figures. */
export function kennzahlen({
  kommunen,
  beteiligt,
  zeilen,
}: Pick<Auswertung, 'kommunen' | 'beteiligt' | 'zeilen'>) {
  const wanted = zeilen.filter(({ ja, spaeter }) => ja + spaeter > 0).length;
  const faelle = zeilen.reduce((sum, each) => sum + each.faelle, 0);
  return statTiles([
    {
      label: 'Kommunen haben geantwortet',
      value: `${formatNumber(beteiligt)} von ${formatNumber(kommunen)}`,
      note: formatShare(beteiligt, kommunen),
    },
    {
      label: 'Leistungen mit Bedarf',
      value: formatNumber(wanted),
      note: `von ${formatNumber(zeilen.length)}, nach denen gefragt wurde`,
    },
    {
      label: 'Fälle im Jahr',
      value: formatNumber(faelle),
      note: 'bei denen, die sie brauchen, soweit angegeben',
    },
  ]);
}

const shownBars = 15;

/** The Leistungen that most Kommunen want, as a picture with its table. */
export function bedarfBild(zeilen: readonly Auswertungszeile[], href: ((id: string) => string) | null) {
  const top = zeilen
    .filter(({ ja, spaeter }) => ja + spaeter > 0)
    .toSorted((a, b) => b.ja - a.ja || b.spaeter - a.spaeter || a.ort.name.localeCompare(b.ort.name, 'de'))
    .slice(0, shownBars);
  const [first] = top;
  if (!first) return '';
  return stackedBars({
    id: 'bedarf',
    caption: 'Was am meisten gebraucht wird',
    description: `Am meisten gebraucht wird „${first.ort.name}“: ${formatNumber(first.ja)} Kommunen brauchen es jetzt, ${formatNumber(first.spaeter)} später.`,
    parts: [{ label: 'ja' }, { label: 'später' }, { label: 'nein' }, { label: 'ohne Angabe', tone: 'open' }],
    rowLabel: 'Leistung',
    rows: top.map(({ ort, ja, spaeter, nein, gefragt, geantwortet }) => ({
      label: ort.name,
      href: href?.(ort.id),
      values: [ja, spaeter, nein, gefragt - geantwortet],
    })),
  });
}

function leistungContent({ umfrage, ort, zeile, antworten, ohneAntwort }: Leistungsauswertung): PageContent {
  return {
    title: ort.name,
    preline: `${umfrage.titel}: Auswertung`,
    lead: `${formatNumber(zeile.geantwortet)} von ${formatNumber(zeile.gefragt)} gefragten Kommunen haben geantwortet.`,
    breadcrumb: [
      { label: 'Bedarfsabfragen', href: '/bedarf' },
      { label: umfrage.titel, href: address(umfrage.id) },
      { label: 'Auswertung', href: address(umfrage.id, 'auswertung') },
    ],
    wide: true,
    main: html`${table({
      caption: 'Was die Kommunen sagen',
      columns: [
        { label: 'Kommune' },
        { label: 'Bedarf' },
        { label: 'Wunschquartal' },
        { label: 'Fälle im Jahr', numeric: true },
        { label: 'Vorarbeit' },
        ...umfrage.fragen.map(({ text }) => ({ label: text })),
        { label: 'Bemerkung' },
      ],
      rows: antworten.map((antwort) => antwortRow(antwort, umfrage)),
      empty: emptyState({
        title: 'Noch keine freigegebene Antwort',
        body: 'Sobald eine Kommune freigibt, steht sie hier.',
      }),
    })}${section('Ohne Antwort', descriptionList([['Kommunen', ohneAntwort.join(', ') || 'keine']]))}`,
    nextSteps: [
      { label: 'Zurück zur Auswertung', href: address(umfrage.id, 'auswertung') },
      { label: 'Diese Leistung im Katalog', href: `/katalog/leistungen/${ort.id}` },
    ],
  };
}

function antwortRow(antwort: BenannteAntwort, { fragen }: Auswertung['umfrage']) {
  const { kommune, bedarf, wunschquartal, fallzahl, vorarbeit, bemerkung, frei, spaet, vorbelegt } = antwort;
  return [
    html`${kommune}${spaet ? html` ${badge('warning', 'verspätet')}` : ''}`,
    html`${bedarf === null ? 'keine Angabe' : bedarfLabel[bedarf]}${vorbelegt ? html`<br><span class="kern-body--small kern-body--muted">wie vorbelegt</span>` : ''}`,
    wunschquartal === null ? '–' : formatQuartal(wunschquartal),
    fallzahl === null ? '–' : formatNumber(fallzahl),
    vorarbeit === null ? '–' : vorarbeitLabel[vorarbeit],
    ...fragen.map(({ id }) => frei[id] ?? '–'),
    bemerkung || '–',
  ];
}
