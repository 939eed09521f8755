import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import {
  answerList,
  formatNumber,
  formatShare,
  type ListDefinition,
  lineChart,
  listIndex,
  listPage,
  section,
  stackedBars,
  textLink,
} from '#ui';
import { zustaende } from '../../domain/zustand.ts';
import type { CompassDeps } from '../../doors-deps.ts';
import { answerVerlauf, type Verlauf } from '../../figures/answer-figures.ts';
import { umfangNamen } from '../../figures/umfang.ts';
import { keineAngabe, zustandLabel } from '../../messages.ts';
import { ohneAngabenFilter } from '../../use-cases/abdeckung-fragen.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { werGezaehltIst } from '../../views/zahlen-saetze.ts';
import { nothingCounted } from './abdeckung-page.ts';
import { fileOf } from './file-of.ts';
import { umfangForm } from './umfang-form.ts';
import { type Format, paareHref, zahlenPage, zahlenRoutes } from './zahlen-route.ts';

const path = '/zahlen/verlauf';
const monate = 24;

/** So wide a table would not fit: these columns can be shown under „Ansicht“, files have them. */
const hidden = new Set(['vorgemerkt', 'in-erprobung', 'abgeschaltet', 'nicht-anwendbar']);

interface Zeile {
  readonly tag: LocalDate;
  readonly paare: readonly number[];
  readonly summe: number;
}

const online = zustaende.indexOf('online') + 1;

/** Every Zustand with its code as part of an address; „keine Angabe“ first. */
const spalten = [
  { key: 'keine-angabe', label: keineAngabe },
  ...zustaende.map((key) => ({ key, label: zustandLabel[key] })),
] as const;

/** How the Zustaende changed over 24 months. */
export function verlaufRoutes(deps: CompassDeps): readonly PageRoute[] {
  return zahlenRoutes(deps, { capability: 'compass.verlauf', path }, (frage, request, format) =>
    answer(deps, ohneAngabenFilter(frage), request, format),
  );
}

async function answer(
  deps: CompassDeps,
  frage: GestellteFrage,
  { query }: PageRequest,
  format: Format,
): Promise<PageAnswer> {
  const verlauf = await answerVerlauf(frage, monate);
  const zeilen = zeilenOf(verlauf);
  const definition = definitionOf(frage);
  const asked = new URLSearchParams(query);
  for (const [name, value] of frage.parameters) asked.set(name, value);
  const list = await answerList(
    deps,
    { definition, index: listIndex(definition, zeilen) },
    asked,
    format,
    fileOf(frage, 'verlauf', `Verlauf über ${monate} Monate`),
  );
  if (list.kind !== 'list') return list;
  const nothing = zeilen.every(({ summe }) => summe === 0);
  return zahlenPage(frage, path, {
    title: 'Verlauf',
    breadcrumb: [{ label: 'Zahlen', href: '/zahlen' }],
    lead: `Wie sich die Zustände in ${monate} Monaten geändert haben, jeweils am Monatsende. Pflichten sind die vom ${formatLocalDate(frage.umfang.datum)}, damit das Ganze gleich bleibt. ${werGezaehltIst(frage)}`,
    main: html`${umfangForm(frage, path)}
      ${nothing ? nothingCounted : section('Auf einen Blick', html`${onlineChart(zeilen)}${stackedChart(zeilen)}`)}
      ${section(
        'Zahlen je Monat',
        listPage(definition, list.result, {
          action: path,
          caption: 'Paare je Zustand am Monatsende',
          exportLinks: { csv: `${path}.csv`, xlsx: `${path}.xlsx` },
          problems: list.problems,
          noun: ['Tag', 'Tage'],
        }),
        {
          lead: 'Weitere Zustände lassen sich unter „Ansicht“ als Spalten zeigen; die Dateien enthalten alle.',
        },
      )}`,
  });
}

/** The days of a progress with their counts. */
export function zeilenOf({ tage, paare }: Verlauf): readonly Zeile[] {
  return tage.map((tag, at) => {
    const counts = paare[at] ?? [];
    return { tag, paare: counts, summe: counts.reduce((sum, each) => sum + each, 0) };
  });
}

function definitionOf({ parameters, umfang }: GestellteFrage): ListDefinition<Zeile> {
  const link = (tag: LocalDate, zustand: string, count: number) =>
    textLink(
      paareHref(parameters, { datum: tag, pflichtenvom: umfang.pflichtenVom, zustand, mindestens: null }),
      formatNumber(count),
    );
  return {
    id: 'verlauf',
    keeps: ['datum', ...umfangNamen],
    defaultSort: { key: 'tag', descending: true },
    columns: [
      { key: 'tag', label: 'Tag', kind: 'date', value: ({ tag }) => tag, sortable: true },
      {
        key: 'anteil',
        label: 'online (%)',
        kind: 'number',
        value: ({ paare, summe }) => (summe === 0 ? null : ((paare[online] ?? 0) / summe) * 100),
        cell: ({ paare, summe }) => formatShare(paare[online] ?? 0, summe),
        sortable: true,
      },
      ...spalten.map(({ key, label }, code) => ({
        key,
        label,
        kind: 'number' as const,
        value: ({ paare }: Zeile) => paare[code] ?? 0,
        cell: ({ tag, paare }: Zeile) => link(tag, key, paare[code] ?? 0),
        sortable: true,
        hidden: hidden.has(key),
      })),
      { key: 'summe', label: 'Summe', kind: 'number', value: ({ summe }) => summe },
    ],
  };
}

/** The share of pairs that are online, month by month. */
export function onlineChart(zeilen: readonly Zeile[]) {
  const share = ({ paare, summe }: Zeile) => (summe === 0 ? null : ((paare[online] ?? 0) / summe) * 100);
  const [first, last] = [zeilen[0], zeilen.at(-1)];
  const said = (zeile: Zeile | undefined) =>
    zeile ? `${formatShare(zeile.paare[online] ?? 0, zeile.summe)} am ${formatLocalDate(zeile.tag)}` : '–';
  return lineChart({
    id: 'verlauf',
    caption: 'Anteil der Paare, die online sind',
    description: `Von ${said(first)} auf ${said(last)}.`,
    max: 100,
    format: (value) => formatShare(value, 100),
    series: [
      {
        label: 'online',
        kind: 'ist',
        points: zeilen.map((zeile) => ({ day: zeile.tag, value: share(zeile) })),
      },
    ],
  });
}

const gruppen = [
  { label: keineAngabe, tone: 'none', codes: [0] },
  { label: 'nicht begonnen', tone: 'open', codes: [1] },
  { label: 'vorgemerkt oder geplant', tone: '4', codes: [2, 3] },
  { label: 'in Umsetzung oder Erprobung', tone: '3', codes: [4, 5] },
  { label: 'online', tone: '1', codes: [6] },
  { label: 'abgeschaltet oder nicht anwendbar', tone: '5', codes: [7, 8] },
] as const;

function stackedChart(zeilen: readonly Zeile[]) {
  return stackedBars({
    id: 'verlauf-zustaende',
    caption: 'Zustände alle drei Monate',
    description: 'Jeder Balken sind alle gezählten Paare an einem Tag.',
    asShares: true,
    rowLabel: 'Tag',
    parts: gruppen.map(({ label, tone }) => ({ label, tone })),
    rows: zeilen
      .filter((_, at) => (zeilen.length - 1 - at) % 3 === 0)
      .map(({ tag, paare }) => ({
        label: formatLocalDate(tag),
        values: gruppen.map(({ codes }) => codes.reduce((sum: number, code) => sum + (paare[code] ?? 0), 0)),
      })),
  });
}
