import { html } from 'hono/html';
import { formatInstant, type ListDefinition, textLink } from '#ui';
import type { AnyFassungRow } from '../store.ts';
import { addresses } from './addresses.ts';

/** A Fassung with the one before it that counts, and what it is today. */
export interface FassungRow {
  readonly fassung: AnyFassungRow;
  readonly before: number | null;
  readonly zustand: 'gilt' | 'abgelöst' | 'zurückgenommen';
}

/** The Fassungen, the youngest first. */
export function fassungRows(all: readonly AnyFassungRow[]): readonly FassungRow[] {
  const counting = all.filter(({ zurueckgenommen }) => zurueckgenommen === null);
  const newest = counting.at(-1)?.nummer;
  return all
    .map((fassung): FassungRow => {
      const earlier = counting.filter(({ nummer }) => nummer < fassung.nummer).at(-1);
      const zustand =
        fassung.zurueckgenommen !== null ? 'zurückgenommen' : fassung.nummer === newest ? 'gilt' : 'abgelöst';
      return { fassung, before: earlier?.nummer ?? null, zustand };
    })
    .toReversed();
}

/** How many Leistungen a Fassung brought, changed and ended. */
export function countsOfLeistungen({ aenderungen }: AnyFassungRow) {
  return aenderungen['catalogue.leistung'] ?? { neu: 0, geaendert: 0, entfallen: 0, gleich: 0 };
}

/** The list of Fassungen. */
export const fassungenList: ListDefinition<FassungRow> = {
  id: 'fassungen',
  defaultSort: { key: 'fassung', descending: true },
  search: ({ fassung, zustand }) =>
    `${fassung.nummer} ${fassung.stand} ${fassung.saetze.leistungen?.quelle ?? ''} ${zustand} ${fassung.zurueckgenommen?.grund ?? ''}`,
  columns: [
    {
      key: 'fassung',
      label: 'Fassung',
      kind: 'number',
      value: ({ fassung }) => fassung.nummer,
      sortable: true,
    },
    { key: 'stand', label: 'Stand', kind: 'date', value: ({ fassung }) => fassung.stand, sortable: true },
    {
      key: 'quelle',
      label: 'Quelle',
      value: ({ fassung }) => fassung.saetze.leistungen?.quelle ?? null,
      cell: ({ fassung }) =>
        html`${fassung.saetze.leistungen?.quelle ?? ''}<p class="kern-body kern-body--small kern-body--muted">${fassung.saetze.leistungen?.hinweis ?? ''}</p>`,
      width: 'wide',
    },
    {
      key: 'lizenz',
      label: 'Lizenz',
      value: ({ fassung }) => fassung.saetze.leistungen?.lizenz ?? null,
      exportOnly: true,
    },
    {
      key: 'eingelesen',
      label: 'Eingelesen',
      value: ({ fassung }) => formatInstant(fassung.eingelesen_am),
    },
    ...(['neu', 'geaendert', 'entfallen'] as const).map((key) => ({
      key,
      label: { neu: 'Neu', geaendert: 'Geändert', entfallen: 'Entfallen' }[key],
      kind: 'number' as const,
      value: ({ fassung }: FassungRow) => countsOfLeistungen(fassung)[key],
      exportOnly: true,
    })),
    {
      key: 'zustand',
      label: 'Zustand',
      value: ({ zustand }) => zustand,
      cell: ({ zustand, fassung }) =>
        fassung.zurueckgenommen === null
          ? zustand
          : html`${zustand}<p class="kern-body kern-body--small">${fassung.zurueckgenommen.grund}</p>`,
      sortable: true,
    },
    {
      key: 'aenderungen',
      label: 'Änderungen',
      value: ({ fassung }) => changesText(fassung),
      cell: ({ fassung, before }) =>
        before === null
          ? 'die erste'
          : textLink(addresses.zwischen(before, fassung.nummer), changesText(fassung)),
    },
  ],
  filters: [
    {
      key: 'zustand',
      label: 'Zustand',
      options: ['gilt', 'abgelöst', 'zurückgenommen'].map((value) => ({ value, label: value })),
      values: ({ zustand }) => zustand,
    },
  ],
};

function changesText(fassung: AnyFassungRow): string {
  const { neu, geaendert, entfallen } = countsOfLeistungen(fassung);
  return `${neu} neu, ${geaendert} geändert, ${entfallen} entfallen`;
}
