import { html } from 'hono/html';
import { distinctOptions, type ListDefinition, textLink, verdictBadge } from '#ui';
import type { Luecke } from '../use-cases/find-gaps.ts';

const ohne = 'ohne Angebot';

/** The list of a body's gaps; `ags` leads each row to its chain of reasons, one's `own` also to its text for citizens. */
export function lueckenDefinition(ags: string, own = false): ListDefinition<Luecke> {
  const titles = (row: Luecke) => row.angebote.map(({ data }) => data.title);
  return {
    id: `luecken-${ags}`,
    keeps: ['kommune'],
    defaultSort: { key: 'schliessbar', descending: false },
    search: ({ leistung, ozgName, angebote }) =>
      `${leistung.name} ${leistung.leika ?? ''} ${leistung.id} ${ozgName ?? ''} ${angebote.map(({ data }) => data.title).join(' ')}`,
    columns: [
      {
        key: 'name',
        label: 'Leistung',
        value: ({ leistung }) => leistung.name,
        cell: ({ leistung, ozgName }) =>
          html`${textLink(`/kommunen/${ags}/pflichten/${leistung.id}`, leistung.name)}<p class="kern-body kern-body--small kern-body--muted">${ozgName ?? 'ohne OZG-Leistung'}</p>${own ? textLink(`/freigaben/${leistung.id}`, html`Text schreiben<span class="kern-sr-only">: ${leistung.name}</span>`, { small: true }) : ''}`,
        sortable: true,
        width: 'wide',
      },
      {
        key: 'zustaendig',
        label: 'Zuständig',
        value: ({ verdict }) => verdict,
        cell: ({ verdict, offen }) =>
          html`${verdictBadge(verdict)}${offen ? html`<p class="kern-body kern-body--small">${offen}</p>` : ''}`,
        sortable: true,
      },
      {
        key: 'schliessbar',
        label: 'Schließt diese Lücke',
        value: (row) => titles(row).join(', ') || null,
        cell: (row) =>
          row.angebote.length === 0
            ? 'noch kein Angebot'
            : html`${row.angebote.map(({ dienst, data }) => html`<div>${textLink(`/marktplatz/${dienst}`, data.title)}</div>`)}${row.ausgesetzt ? html`<p class="kern-body kern-body--small">zurzeit ausgesetzt</p>` : ''}`,
        sortable: true,
      },
      { key: 'offen', label: 'Warum offen?', value: ({ offen }) => offen, exportOnly: true },
      {
        key: 'leika',
        label: 'LeiKa-Schlüssel',
        value: ({ leistung }) => leistung.leika,
        sortable: true,
        exportOnly: true,
      },
      { key: 'id', label: 'Nummer', value: ({ leistung }) => leistung.id, exportOnly: true },
      {
        key: 'ozg',
        label: 'OZG-Leistung',
        value: ({ ozgName }) => ozgName,
        sortable: true,
        exportOnly: true,
      },
      { key: 'feld', label: 'Themenfeld', value: ({ themenfeld }) => themenfeld, exportOnly: true },
    ],
    filters: [
      {
        key: 'angebot',
        label: 'Angebot',
        options: distinctOptions((row: Luecke) => (row.angebote.length > 0 ? titles(row).join(', ') : ohne)),
        values: (row) => (row.angebote.length > 0 ? titles(row).join(', ') : ohne),
      },
      {
        key: 'zustaendig',
        label: 'Zuständig',
        options: [
          { value: 'selbst', label: 'selbst' },
          { value: 'offen', label: 'offen' },
        ],
        values: ({ verdict }) => verdict,
      },
      {
        key: 'themenfeld',
        label: 'Themenfeld',
        options: distinctOptions(({ themenfeld }: Luecke) => themenfeld),
        values: ({ themenfeld }) => themenfeld,
      },
    ],
  };
}
