import type { LocalDate } from '#kernel';
import { formatNumber, formatShare, type ListDefinition, textLink } from '#ui';
import { zustaende } from '../../domain/zustand.ts';
import type { Verlauf } from '../../figures/answer-figures.ts';
import { umfangNamen } from '../../figures/umfang.ts';
import { keineAngabe, zustandLabel } from '../../messages.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { paareHref } from './zahlen-route.ts';

/** So wide a table would not fit: these columns can be shown under „Ansicht“, files have them. */
const hidden = new Set(['vorgemerkt', 'in-erprobung', 'abgeschaltet', 'nicht-anwendbar']);

/** One day with the pairs of every Zustand, „keine Angabe“ first. */
export interface Zeile {
  readonly tag: LocalDate;
  readonly paare: readonly number[];
  readonly summe: number;
}

/** Where the pairs that are online stand in a row. */
export const online = zustaende.indexOf('online') + 1;

/** Every Zustand with its code as part of an address; „keine Angabe“ first. */
const spalten = [
  { key: 'keine-angabe', label: keineAngabe },
  ...zustaende.map((key) => ({ key, label: zustandLabel[key] })),
] as const;

/** The days of a progress with their counts. */
export function zeilenOf({ tage, paare }: Verlauf): readonly Zeile[] {
  return tage.map((tag, at) => {
    const counts = paare[at] ?? [];
    return { tag, paare: counts, summe: counts.reduce((sum, each) => sum + each, 0) };
  });
}

/** The table of a progress, one row for each day. */
export function verlaufDefinition({ parameters, umfang }: GestellteFrage): ListDefinition<Zeile> {
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
