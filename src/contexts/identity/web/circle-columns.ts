import { html } from 'hono/html';
import { localDate } from '#kernel';
import { badge, type ListDefinition, textLink } from '#ui';
import type { BetreuteKommune } from '../domain/organisation.ts';

export const definition: ListDefinition<BetreuteKommune> = {
  id: 'betreuung',
  defaultSort: { key: 'name', descending: false },
  search: ({ name, bodyKey }) => `${name} ${bodyKey}`,
  columns: [
    {
      key: 'name',
      label: 'Kommune',
      value: ({ name }) => name,
      cell: ({ name, bodyKey, erfunden }) =>
        html`${textLink(`/kommunen/${bodyKey}`, name)}${erfunden ? ' (Zugang erfunden)' : ''}`,
      sortable: true,
      width: 'wide',
    },
    { key: 'ags', label: 'Schlüssel', value: ({ bodyKey }) => bodyKey, sortable: true },
    { key: 'seit', label: 'Betreut seit', kind: 'date', value: ({ seit }) => seit, sortable: true },
    {
      key: 'uebergeben',
      label: 'Übergeben',
      kind: 'date',
      value: ({ uebergebenAm }) => uebergebenAm && localDate(uebergebenAm.toISOString().slice(0, 10)),
      sortable: true,
    },
    {
      key: 'teilt',
      label: 'Teilt ihre Zahlen',
      value: ({ teiltSeit }) => (teiltSeit ? 'ja' : 'nein'),
      cell: ({ teiltSeit }) => (teiltSeit ? badge('success', 'ja') : badge('neutral', 'nein')),
      sortable: true,
    },
  ],
  filters: [
    {
      key: 'teilt',
      label: 'Teilt ihre Zahlen',
      options: [
        { value: 'ja', label: 'ja' },
        { value: 'nein', label: 'nein' },
      ],
      values: ({ teiltSeit }) => (teiltSeit ? 'ja' : 'nein'),
    },
    {
      key: 'uebergeben',
      label: 'Übergabe',
      options: [
        { value: 'ja', label: 'übergeben' },
        { value: 'nein', label: 'noch nicht angenommen' },
      ],
      values: ({ uebergebenAm }) => (uebergebenAm ? 'ja' : 'nein'),
    },
  ],
};
