import { html } from 'hono/html';
import { type ListDefinition, textLink } from '#ui';
import type { Bewegung } from '../domain/vergleich.ts';
import type { Rangfolge } from '../use-cases/read-rangfolge.ts';
import { paths } from './paths.ts';

export function definitionOf({ welt }: Rangfolge): ListDefinition<Bewegung> {
  return {
    id: 'schemavergleich',
    keeps: ['a', 'b'],
    defaultSort: { key: 'vorne', descending: false },
    search: ({ row }) => welt.leistungen[row]?.name ?? '',
    columns: [
      {
        key: 'leistung',
        label: 'Leistung',
        width: 'wide',
        sortable: true,
        value: ({ row }) => welt.leistungen[row]?.name ?? '',
        cell: ({ row }) =>
          html`${textLink(paths.leistung(welt.leistungen[row]?.id ?? ''), welt.leistungen[row]?.name ?? '')}`,
      },
      { key: 'vorher', label: 'Platz vorher', kind: 'number', sortable: true, value: ({ vorher }) => vorher },
      {
        key: 'nachher',
        label: 'Platz nachher',
        kind: 'number',
        sortable: true,
        value: ({ nachher }) => nachher,
      },
      {
        key: 'schritt',
        label: 'Bewegung',
        kind: 'number',
        sortable: true,
        value: ({ vorher, nachher }) => vorher - nachher,
        cell: ({ vorher, nachher }) =>
          nachher < vorher
            ? `steigt um ${(vorher - nachher).toLocaleString('de-DE')}`
            : `fällt um ${(nachher - vorher).toLocaleString('de-DE')}`,
      },
      {
        key: 'vorne',
        label: 'Bester der beiden Plätze',
        kind: 'number',
        sortable: true,
        hidden: true,
        value: ({ vorher, nachher }) => Math.min(vorher, nachher),
      },
    ],
  };
}
