import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { badge, type ListDefinition, textLink, verdictBadge } from '#ui';
import { frischeLabel, mitgezogenLabel, zustandLabel } from '../messages.ts';
import type { StandZeile } from '../use-cases/stand-liste.ts';
import { exportColumns } from './stand-list-export.ts';
import { ohnePerson, standFilters } from './stand-list-filters.ts';
import { zustandCell } from './zustand-badge.ts';

/** The list of a Kommune's Leistungen with their Stand. */
export const standDefinition: ListDefinition<StandZeile> = {
  id: 'stand',
  keeps: ['umfang', 'datum'],
  // No column has this key: the rows stay in the catalogue's order.
  defaultSort: { key: 'katalog', descending: false },
  search: ({ ort }) => ort.gefaltet,
  folded: ({ ort }) => ort.gefaltet,
  columns: [
    {
      key: 'name',
      label: 'Leistung',
      value: ({ ort }) => ort.name,
      cell: ({ ort }) =>
        html`${textLink(`/stand/${ort.id}`, ort.name)}<p class="kern-body kern-body--small kern-body--muted">${ort.ozgName ?? 'ohne OZG-Leistung'}</p>`,
      sortable: true,
      width: 'wide',
    },
    {
      key: 'zustand',
      label: 'Zustand',
      value: ({ stand }) => (stand ? zustandLabel[stand.zustand] : null),
      cell: ({ stand, verstrichen }) => zustandCell(stand, verstrichen),
      sortable: true,
    },
    {
      key: 'reifegrad11',
      label: 'Reifegrad 1.1',
      kind: 'number',
      value: ({ stand }) => stand?.reifegrad11 ?? null,
      sortable: true,
    },
    {
      key: 'reifegrad20',
      label: 'Reifegrad 2.0',
      kind: 'number',
      value: ({ stand }) => stand?.reifegrad20 ?? null,
      sortable: true,
    },
    {
      key: 'fachbereich',
      label: 'Fachbereich',
      value: ({ zuordnung }) => zuordnung?.fachbereich.name ?? null,
      sortable: true,
    },
    {
      key: 'zustaendig',
      label: 'Zuständig',
      value: ({ zustaendig }) => zustaendig?.name ?? null,
      cell: personCell,
      sortable: true,
    },
    {
      key: 'pflicht',
      label: 'Pflicht',
      value: ({ pflichtlage }) => pflichtlage,
      cell: pflichtCell,
      sortable: true,
    },
    {
      key: 'frische',
      label: 'Angabe',
      value: ({ frische, mitgezogenAus }) =>
        mitgezogenAus ? `${mitgezogenLabel}, aus ${mitgezogenAus}` : frische && frischeLabel[frische],
      sortable: true,
    },
    ...exportColumns(),
  ],
  filters: standFilters,
};

function personCell({ zustaendig, vertretung, ohneZustaendige }: StandZeile) {
  const deputy = vertretung
    ? html`<p class="kern-body kern-body--small">Vertretung: ${vertretung.name}</p>`
    : '';
  if (ohneZustaendige)
    return html`${badge('warning', ohnePerson)}<p class="kern-body kern-body--small">zuletzt ${zustaendig?.name ?? 'unbekannt'}</p>${deputy}`;
  return html`${zustaendig?.name ?? '–'}${deputy}`;
}

function pflichtCell({ pflichtlage, endetAm }: StandZeile) {
  if (pflichtlage === 'beendet')
    return badge('neutral', endetAm ? `beendet, bis ${formatLocalDate(endetAm)}` : 'beendet');
  return pflichtlage === 'nicht im Katalog'
    ? badge('neutral', 'nicht im Katalog')
    : verdictBadge(pflichtlage);
}
