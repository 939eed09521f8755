import { html } from 'hono/html';
import { formatQuartal } from '#kernel';
import { badge, distinctOptions, type ListDefinition, textLink } from '#ui';
import { type Entscheid, entscheide } from '../domain/strategie.ts';
import { abweichungLabel, dienstLabel, entscheidLabel } from '../messages.ts';
import type { Strategiezeile } from '../use-cases/strategie.ts';
import { paths } from './paths.ts';

const kinds: Readonly<Record<Entscheid, 'success' | 'info' | 'neutral' | 'warning'>> = {
  alle: 'success',
  'wer-will': 'info',
  nicht: 'neutral',
  spaeter: 'warning',
};

/** A decision as word and colour. */
export function entscheidBadge(entscheid: Entscheid | null) {
  return entscheid ? badge(kinds[entscheid], entscheidLabel[entscheid], null) : 'noch nicht entschieden';
}

function deviations({ abweichungen }: Strategiezeile): string {
  return abweichungen
    .map(({ kommune, abweichung }) => `${kommune} ${abweichungLabel[abweichung]}`)
    .join('; ');
}

/** The list of EfA services with their decisions. */
export const strategieDefinition: ListDefinition<Strategiezeile> = {
  id: 'einfuehrungsstrategie',
  defaultSort: { key: 'dienst', descending: false },
  search: ({ dienst: { titel, anbieter, id }, stand }) =>
    `${titel} ${anbieter} ${id} ${stand?.grund ?? ''} ${stand?.verantwortlich ?? ''}`,
  columns: [
    {
      key: 'dienst',
      label: 'Dienst',
      width: 'wide',
      sortable: true,
      value: ({ dienst }) => dienst.titel,
      cell: ({ dienst: { art, id, titel } }) => textLink(paths.dienst(art, id), titel),
    },
    { key: 'art', label: 'Art', sortable: true, value: ({ dienst }) => dienstLabel[dienst.art] },
    {
      key: 'entscheid',
      label: 'Entscheid',
      sortable: true,
      value: ({ stand }) => (stand ? entscheidLabel[stand.entscheid] : null),
      cell: ({ stand }) => html`${entscheidBadge(stand?.entscheid ?? null)}`,
    },
    {
      key: 'quartal',
      label: 'Quartal',
      sortable: true,
      value: ({ stand }) => stand?.quartal ?? null,
      cell: ({ stand }) => (stand?.quartal ? formatQuartal(stand.quartal) : '–'),
    },
    {
      key: 'verantwortlich',
      label: 'Verantwortlich',
      sortable: true,
      value: ({ stand }) => stand?.verantwortlich ?? null,
    },
    {
      key: 'abweichungen',
      label: 'Abweichungen',
      value: (zeile) => deviations(zeile) || null,
    },
    { key: 'grund', label: 'Grund', hidden: true, value: ({ stand }) => stand?.grund ?? null },
    {
      key: 'anbieter',
      label: 'Anbieter',
      hidden: true,
      sortable: true,
      value: ({ dienst }) => dienst.anbieter,
    },
    { key: 'status', label: 'Stand im Register', hidden: true, value: ({ dienst }) => dienst.status },
    {
      key: 'verfuegbarAb',
      label: 'Verfügbar ab',
      kind: 'date',
      hidden: true,
      sortable: true,
      value: ({ dienst }) => dienst.verfuegbarAb,
    },
    {
      key: 'leistungen',
      label: 'Leistungen',
      kind: 'number',
      hidden: true,
      value: ({ dienst }) => dienst.leistungen.length,
    },
    { key: 'kennung', label: 'Kennung', exportOnly: true, value: ({ dienst }) => dienst.id },
  ],
  filters: [
    {
      key: 'entscheid',
      label: 'Entscheid',
      options: [
        ...entscheide.map((value) => ({ value, label: entscheidLabel[value] })),
        { value: 'offen', label: 'noch nicht entschieden' },
      ],
      values: ({ stand }) => stand?.entscheid ?? 'offen',
    },
    {
      key: 'art',
      label: 'Art',
      options: distinctOptions(({ dienst }: Strategiezeile) => dienstLabel[dienst.art]),
      values: ({ dienst }) => dienstLabel[dienst.art],
    },
    {
      key: 'quartal',
      label: 'Quartal',
      options: distinctOptions(({ stand }: Strategiezeile) => stand?.quartal ?? null),
      values: ({ stand }) => stand?.quartal ?? null,
    },
    {
      key: 'abweichung',
      label: 'Abweichungen',
      options: [
        { value: 'ja', label: 'mit Abweichung' },
        { value: 'nein', label: 'ohne Abweichung' },
      ],
      values: ({ abweichungen }) => (abweichungen.length > 0 ? 'ja' : 'nein'),
    },
  ],
  groupings: [
    {
      key: 'entscheid',
      label: 'Entscheid',
      value: ({ stand }) => (stand ? entscheidLabel[stand.entscheid] : null),
    },
    { key: 'quartal', label: 'Quartal', value: ({ stand }) => stand?.quartal ?? null },
  ],
};
