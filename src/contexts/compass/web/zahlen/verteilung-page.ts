import { html } from 'hono/html';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import {
  answerList,
  type ChartTone,
  formatNumber,
  type ListDefinition,
  listIndex,
  listPage,
  section,
  stackedBars,
  textLink,
} from '#ui';
import type { CompassDeps } from '../../doors-deps.ts';
import { answerVerteilung, type Verteilung } from '../../figures/answer-figures.ts';
import { type Gliederung, gliederungen, spaltengliederungen, type Teil } from '../../figures/teile.ts';
import { umfangNamen } from '../../figures/umfang.ts';
import { teilParameter } from '../../use-cases/abdeckung-fragen.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { gliederungLabel } from '../../views/gliederung-label.ts';
import { werGezaehltIst } from '../../views/zahlen-saetze.ts';
import { nothingCounted } from './abdeckung-page.ts';
import { fileOf } from './file-of.ts';
import { umfangForm } from './umfang-form.ts';
import { addressOf, type Format, zahlenPage, zahlenRoutes } from './zahlen-route.ts';

const path = '/zahlen/verteilung';

interface Zeile {
  readonly teil: Teil;
  readonly paare: readonly number[];
  readonly summe: number;
}

interface Achsen {
  readonly zeilen: Gliederung;
  readonly spalten: Gliederung;
}

/** How many pairs there are, by two divisions that one chooses. */
export function verteilungRoutes(deps: CompassDeps): readonly PageRoute[] {
  return zahlenRoutes(deps, { capability: 'compass.verteilung', path }, (frage, request, format) =>
    answer(deps, frage, request, format),
  );
}

async function answer(
  deps: CompassDeps,
  frage: GestellteFrage,
  { query }: PageRequest,
  format: Format,
): Promise<PageAnswer> {
  const achsen: Achsen = {
    zeilen: gliederungen.find((each) => each === query.get('zeilen')) ?? 'themenfeld',
    spalten: spaltengliederungen.find((each) => each === query.get('spalten')) ?? 'zustand',
  };
  const verteilung = await answerVerteilung(frage, achsen.zeilen, achsen.spalten);
  const zeilen = verteilung.zeilen.map((teil, at): Zeile => {
    const paare = verteilung.paare[at] ?? [];
    return { teil, paare, summe: sum(paare) };
  });
  const definition = definitionOf(frage, achsen, verteilung);
  const asked = new URLSearchParams([...query, ...frage.parameters]);
  for (const [name, value] of [...frage.parameters, ...Object.entries(achsen)]) asked.set(name, value);
  const title = `${gliederungLabel[achsen.zeilen]} nach ${gliederungLabel[achsen.spalten]}`;
  const list = await answerList(
    deps,
    { definition, index: listIndex(definition, zeilen) },
    asked,
    format,
    fileOf(frage, 'verteilung', title),
  );
  if (list.kind !== 'list') return list;
  return zahlenPage(frage, path, {
    title: 'Verteilung',
    breadcrumb: [{ label: 'Zahlen', href: '/zahlen' }],
    lead: `Wie verteilen sich die Paare aus Kommune und Leistung? Jede Zahl führt zu genau den Paaren, die sie zählt. ${werGezaehltIst(frage)}`,
    main: html`${umfangForm(frage, path, choices, asked)}
      ${zeilen.length > 1 && zeilen.length <= 60 && verteilung.spalten.length <= 9 ? chart(frage, achsen, verteilung) : ''}
      ${section(
        title,
        listPage(definition, list.result, {
          action: path,
          caption: title,
          exportLinks: { csv: `${path}.csv`, xlsx: `${path}.xlsx` },
          problems: list.problems,
          noun: ['Zeile', 'Zeilen'],
          emptyState: nothingCounted,
        }),
        verteilung.spalten.length > mostColumns
          ? {
              lead: 'Gezeigt sind die sieben Spalten mit den meisten Paaren; weitere unter „Ansicht“ und in den Dateien.',
            }
          : {},
      )}`,
  });
}

const option = (value: Gliederung) => ({ value, label: gliederungLabel[value] });

const choices = [
  { name: 'zeilen', label: 'Zeilen', options: gliederungen.map(option) },
  { name: 'spalten', label: 'Spalten', options: spaltengliederungen.map(option) },
];

function definitionOf(
  { parameters }: GestellteFrage,
  { zeilen, spalten }: Achsen,
  verteilung: Verteilung,
): ListDefinition<Zeile> {
  const ofRow = (row: Zeile) => teilParameter(parameters, zeilen, row.teil.key);
  const link = (to: URLSearchParams, count: number) =>
    textLink(addressOf('/zahlen/paare', to), formatNumber(count));
  const widest = largest(verteilung);
  return {
    id: 'verteilung',
    keeps: ['datum', 'zeilen', 'spalten', ...umfangNamen],
    defaultSort: { key: 'katalog', descending: false },
    search: ({ teil }) => `${teil.label} ${teil.key}`,
    columns: [
      {
        key: 'teil',
        label: gliederungLabel[zeilen],
        value: ({ teil }) => teil.label,
        sortable: true,
        width: 'wide',
      },
      ...verteilung.spalten.map((spalte, at) => ({
        key: `s-${spalte.key}`,
        label: spalte.label,
        kind: 'number' as const,
        value: (row: Zeile) => row.paare[at] ?? 0,
        cell: (row: Zeile) => link(teilParameter(ofRow(row), spalten, spalte.key), row.paare[at] ?? 0),
        sortable: true,
        total: 'sum' as const,
        hidden: !widest.has(spalte.key),
      })),
      {
        key: 'summe',
        label: 'Summe',
        kind: 'number',
        value: ({ summe }) => summe,
        cell: (row) => link(ofRow(row), row.summe),
        sortable: true,
        total: 'sum',
      },
    ],
  };
}

/** What has no meaning of its own takes the next colour. */
const tones: ReadonlyMap<string, ChartTone> = new Map([
  ['keine-angabe', 'none'],
  ['unbekannt', 'none'],
  ['nicht-begonnen', 'open'],
  ['vorgemerkt', '4'],
  ['geplant', '3'],
  ['in-umsetzung', '5'],
  ['in-erprobung', '6'],
  ['online', '1'],
  ['abgeschaltet', '2'],
  ['nicht-anwendbar', '2'],
]);

function chart({ parameters }: GestellteFrage, { zeilen, spalten }: Achsen, verteilung: Verteilung) {
  return stackedBars({
    id: 'verteilung',
    caption: `${gliederungLabel[zeilen]} nach ${gliederungLabel[spalten]}`,
    description: 'Jeder Balken ist ein Ganzes, geteilt nach Anteilen.',
    asShares: true,
    rowLabel: gliederungLabel[zeilen],
    parts: verteilung.spalten.map(({ key, label }) => ({
      label,
      tone: tones.get(key),
    })),
    rows: verteilung.zeilen.map(({ key, label }, at) => ({
      label,
      href: addressOf('/zahlen/paare', teilParameter(parameters, zeilen, key)),
      values: verteilung.paare[at] ?? [],
    })),
  });
}

const mostColumns = 7;

/** The columns that fit beside each other: those that count most. */
function largest({ spalten, paare }: Verteilung): ReadonlySet<string> {
  const counted = spalten.map(({ key }, at) => ({ key, count: sum(paare.map((row) => row[at] ?? 0)) }));
  const first = counted.toSorted((a, b) => b.count - a.count).slice(0, mostColumns);
  return new Set(first.map(({ key }) => key));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
