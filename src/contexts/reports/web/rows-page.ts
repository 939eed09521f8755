import { zustandLabel } from '#compass';
import { formatLocalDate } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import {
  answerList,
  distinctOptions,
  type ListDefinition,
  listDownload,
  listIndex,
  listPage,
  readListQuery,
} from '#ui';
import type { BestandZeile } from '../domain/bestand.ts';
import type { Zahl } from '../domain/dokument.ts';
import { page, refusal } from '../page-answers.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { zahlenOf } from '../views/abschnitte.ts';
import type { Asked } from './asked.ts';
import { askBericht } from './report-page.ts';

const access = { permission: 'compass.stand.read' } as const;

/** The rows that the numbers of a report count, and the numbers as a file. */
export function rowsRoutes(deps: ReportsDeps): readonly PageRoute[] {
  const rows = ([null, 'csv', 'xlsx'] as const).map(
    (format): PageRoute => ({
      capability: 'reports.show',
      method: 'GET',
      path: `/berichte/:id/leistungen${format === null ? '' : `.${format}`}`,
      access,
      handle: (request) => showRows(deps, request, format),
    }),
  );
  return [
    ...rows,
    {
      capability: 'reports.show',
      method: 'GET',
      path: '/berichte/:id/zahlen.csv',
      access,
      handle: (request) => numbersFile(deps, request),
    },
  ];
}

async function showRows(
  deps: ReportsDeps,
  request: PageRequest,
  format: 'csv' | 'xlsx' | null,
): Promise<PageAnswer> {
  const asked = await askBericht(deps, request, 'lesen');
  if (!asked.ok) return refusal(asked.refusal);
  const { id, nummer, bestand, gezeigt } = asked.value.bericht;
  const definition = definitionOn(bestand.stichtag);
  const list = await answerList(
    deps,
    { definition, index: listIndex(definition, bestand.pflichten) },
    request.query,
    format,
    {
      fileName: `bericht-${bestand.ags}-${nummer}-leistungen`,
      title: `Gezählte Leistungen, ${gezeigt.titel}`,
      source: `Eigene Angaben der Kommune ${bestand.kommune}`,
      state: formatLocalDate(bestand.stichtag),
    },
  );
  if (list.kind === 'download') return list;
  return page({
    title: 'Gezählte Leistungen',
    preline: gezeigt.titel,
    lead: `Jede Pflicht von ${bestand.kommune}, wie sie am ${formatLocalDate(bestand.stichtag)} stand. Aus diesen Zeilen entstehen alle Zahlen des Berichts.`,
    wide: true,
    breadcrumb: [
      { label: 'Berichte', href: '/berichte' },
      { label: `Bericht ${nummer}`, href: `/berichte/${id}` },
    ],
    main: listPage(definition, list.result, {
      action: `/berichte/${id}/leistungen`,
      caption: 'Gezählte Leistungen',
      exportLinks: { csv: `/berichte/${id}/leistungen.csv`, xlsx: `/berichte/${id}/leistungen.xlsx` },
      problems: list.problems,
      noun: ['Leistung', 'Leistungen'],
    }),
    nextSteps: [{ label: 'Zum Bericht', href: `/berichte/${id}?fassung=${gezeigt.fassung}` }],
  });
}

const levelValues = (level: number | null) => (level === null ? 'ohne' : String(level));

function definitionOn(stichtag: string): ListDefinition<BestandZeile> {
  const openPlan = ({ zustand, geplantFuer }: BestandZeile) =>
    geplantFuer !== null &&
    zustand !== null &&
    !['online', 'abgeschaltet', 'nicht-anwendbar'].includes(zustand);
  return {
    id: 'gezaehlte-leistungen',
    keeps: ['fassung'],
    defaultSort: { key: 'name', descending: false },
    search: ({ name, id, themenfeld }) => `${name} ${id} ${themenfeld ?? ''}`,
    columns: [
      { key: 'name', label: 'Leistung', value: ({ name }) => name, sortable: true, width: 'wide' },
      { key: 'id', label: 'Nummer', value: ({ id }) => id, exportOnly: true },
      {
        key: 'zustand',
        label: 'Zustand',
        value: ({ zustand }) => (zustand ? zustandLabel[zustand] : 'keine Angabe'),
        sortable: true,
      },
      { key: 'themenfeld', label: 'Themenfeld', value: ({ themenfeld }) => themenfeld, sortable: true },
      { key: 'fachbereich', label: 'Fachbereich', value: ({ fachbereich }) => fachbereich, sortable: true },
      { key: 'reifegrad11', label: 'Reifegrad 1.1', kind: 'number', value: ({ reifegrad11 }) => reifegrad11 },
      { key: 'reifegrad20', label: 'Reifegrad 2.0', kind: 'number', value: ({ reifegrad20 }) => reifegrad20 },
      { key: 'fallzahl', label: 'Fallzahl', kind: 'number', value: ({ fallzahl }) => fallzahl, total: 'sum' },
      {
        key: 'geplantFuer',
        label: 'geplant für',
        kind: 'date',
        value: ({ geplantFuer }) => geplantFuer,
        sortable: true,
      },
      {
        key: 'umgesetztAm',
        label: 'umgesetzt am',
        kind: 'date',
        value: ({ umgesetztAm }) => umgesetztAm,
        exportOnly: true,
      },
      { key: 'loesung', label: 'Lösung', value: ({ loesung }) => loesung, exportOnly: true },
      {
        key: 'angegebenAm',
        label: 'angegeben am',
        kind: 'date',
        value: ({ angegebenAm }) => angegebenAm,
        sortable: true,
      },
    ],
    filters: [
      {
        key: 'zustand',
        label: 'Zustand',
        options: [
          ...Object.entries(zustandLabel).map(([value, label]) => ({ value, label })),
          { value: 'keine-angabe', label: 'keine Angabe' },
        ],
        values: ({ zustand }) => zustand ?? 'keine-angabe',
      },
      {
        key: 'themenfeld',
        label: 'Themenfeld',
        options: distinctOptions(({ themenfeld }: BestandZeile) => themenfeld ?? 'ohne Themenfeld'),
        values: ({ themenfeld }) => themenfeld ?? 'ohne Themenfeld',
      },
      {
        key: 'termin',
        label: 'Termin',
        options: [
          { value: 'kommt', label: 'kommt noch' },
          { value: 'verstrichen', label: 'verstrichen' },
        ],
        values: (zeile) =>
          openPlan(zeile) ? ((zeile.geplantFuer ?? '') >= stichtag ? 'kommt' : 'verstrichen') : null,
      },
      {
        key: 'reifegrad11',
        label: 'Reifegrad 1.1',
        options: distinctOptions(({ reifegrad11 }: BestandZeile) => levelValues(reifegrad11)),
        values: ({ reifegrad11 }) => levelValues(reifegrad11),
      },
      {
        key: 'reifegrad20',
        label: 'Reifegrad 2.0',
        options: distinctOptions(({ reifegrad20 }: BestandZeile) => levelValues(reifegrad20)),
        values: ({ reifegrad20 }) => levelValues(reifegrad20),
      },
      {
        key: 'fallzahl',
        label: 'Fallzahl',
        options: [
          { value: 'bekannt', label: 'bekannt' },
          { value: 'unbekannt', label: 'unbekannt' },
        ],
        values: ({ fallzahl }) => (fallzahl === null ? 'unbekannt' : 'bekannt'),
      },
      {
        key: 'loesung',
        label: 'Lösung',
        options: [
          { value: 'genannt', label: 'genannt' },
          { value: 'ohne', label: 'ohne' },
        ],
        values: ({ loesung }) => (loesung === null ? 'ohne' : 'genannt'),
      },
    ],
  };
}

const numbersDefinition: ListDefinition<Zahl> = {
  id: 'zahlen',
  defaultSort: { key: 'abschnitt', descending: false },
  columns: [
    { key: 'abschnitt', label: 'Abschnitt', value: ({ abschnitt }) => abschnitt },
    { key: 'bezeichnung', label: 'Zahl', value: ({ bezeichnung }) => bezeichnung },
    { key: 'wert', label: 'Wert', kind: 'number', value: ({ wert }) => wert },
    { key: 'von', label: 'von', kind: 'number', value: ({ von }) => von },
    { key: 'quelle', label: 'Quelle', value: ({ quelle }) => quelle },
    { key: 'stand', label: 'Stand', kind: 'date', value: ({ stand }) => stand },
  ],
};

async function numbersFile(deps: ReportsDeps, request: PageRequest): Promise<PageAnswer> {
  const asked = await askBericht(deps, request, 'lesen');
  if (!asked.ok) return refusal(asked.refusal);
  const { query } = readListQuery(numbersDefinition, new URLSearchParams());
  return listDownload(numbersDefinition, numbersOf(asked.value), query, 'csv', {
    fileName: `bericht-${asked.value.bericht.bestand.ags}-${asked.value.bericht.nummer}-zahlen`,
    notes: { title: 'Zahlen', source: '', state: '', demo: deps.demo, createdAt: deps.clock.now() },
  });
}

function numbersOf({ bericht }: Asked): readonly Zahl[] {
  return zahlenOf(
    bericht.gezeigt.abschnitte.map(({ key }) => key),
    bericht.bestand,
  );
}
