import { formatNumber, type ListDefinition, textLink } from '#ui';
import type { Verteilung } from '../../figures/answer-figures.ts';
import type { Gliederung, Teil } from '../../figures/teile.ts';
import { umfangNamen } from '../../figures/umfang.ts';
import { teilParameter } from '../../use-cases/abdeckung-fragen.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { gliederungLabel } from '../../views/gliederung-label.ts';
import { addressOf } from './zahlen-route.ts';

/** One part of the rows with its pairs in every column. */
export interface Zeile {
  readonly teil: Teil;
  readonly paare: readonly number[];
  readonly summe: number;
}

/** By what the pairs are divided. */
export interface Achsen {
  readonly zeilen: Gliederung;
  readonly spalten: Gliederung;
}

/** The table of a distribution; every number leads to the pairs that it counts. */
export function verteilungDefinition(
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

/** So many columns fit beside each other. */
export const mostColumns = 7;

/** The columns that fit beside each other: those that count most. */
function largest({ spalten, paare }: Verteilung): ReadonlySet<string> {
  const counted = spalten.map(({ key }, at) => ({ key, count: sum(paare.map((row) => row[at] ?? 0)) }));
  const first = counted.toSorted((a, b) => b.count - a.count).slice(0, mostColumns);
  return new Set(first.map(({ key }) => key));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
