import { html } from 'hono/html';
import { type ListDefinition, textLink } from '#ui';
import type { DeltaEntry } from '../domain/catalogue-delta.ts';
import { deltaKindLabel, deltaKinds } from '../domain/delta-kinds.ts';
import { addresses } from './addresses.ts';

/** The list of everything that differs between two Fassungen. */
export const deltaList: ListDefinition<DeltaEntry> = {
  id: 'aenderungen',
  keeps: ['von', 'bis'],
  // No column has this key: Leistungen first, each in the order of its number.
  defaultSort: { key: 'wie-im-katalog', descending: false },
  search: ({ id, name, changes, partner }) =>
    [
      id,
      name,
      ...changes.flatMap(({ before, after }) => [before, after]),
      ...partner.map((one) => `${one.id} ${one.name}`),
    ]
      .filter((text) => text !== null)
      .join(' '),
  columns: [
    {
      key: 'name',
      label: 'Eintrag',
      value: ({ name }) => name,
      cell: (entry) =>
        html`${textLink(addressOf(entry), entry.name)}<p class="kern-body kern-body--small kern-body--muted">${entry.ebene} ${entry.id}</p>`,
      sortable: true,
      width: 'wide',
    },
    { key: 'ebene', label: 'Ebene', value: ({ ebene }) => ebene, exportOnly: true },
    { key: 'nummer', label: 'Nummer', value: ({ id }) => id, sortable: true, exportOnly: true },
    { key: 'art', label: 'Was geschah', value: kindsText, sortable: true },
    {
      key: 'einzelheiten',
      label: 'Einzelheiten',
      value: detailsText,
      cell: detailsCell,
      width: 'wide',
    },
  ],
  filters: [
    {
      key: 'art',
      label: 'Was geschah',
      options: deltaKinds.map((kind) => ({ value: kind, label: deltaKindLabel[kind] })),
      values: ({ kinds }) => kinds,
    },
    {
      key: 'ebene',
      label: 'Ebene',
      options: ['Leistung', 'OZG-Leistung'].map((value) => ({ value, label: value })),
      values: ({ ebene }) => ebene,
    },
  ],
};

/** The kinds of an entry in words. */
export function kindsText({ kinds }: DeltaEntry): string {
  return kinds.map((kind) => deltaKindLabel[kind]).join(', ');
}

/** Changes and partners of an entry in one line. */
export function detailsText({ changes, partner, kinds }: DeltaEntry): string | null {
  const parts = changes.map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`);
  const names = partner.map(({ id, name }) => `${name} (${id})`).join(', ');
  return [...parts, ...(names ? [`${partnerWord(kinds)} ${names}`] : [])].join('; ') || null;
}

function partnerWord(kinds: DeltaEntry['kinds']): string {
  return kinds.some((kind) => kind.startsWith('neu')) ? 'setzt fort:' : 'fortgeführt in:';
}

function detailsCell(entry: DeltaEntry) {
  const { changes, partner, kinds } = entry;
  return html`${changes.map(
    ({ field, before, after }) =>
      html`<p class="kern-body kern-body--small">${field}: <del>${before ?? '–'}</del> → <ins>${after ?? '–'}</ins></p>`,
  )}${
    partner.length === 0
      ? ''
      : html`<p class="kern-body kern-body--small">${partnerWord(kinds)} ${partner.map(
          ({ id, name }, at) => html`${at > 0 ? ', ' : ''}${textLink(addresses.verlauf(id), name)}`,
        )}</p>`
  }`;
}

function addressOf({ ebene, id }: DeltaEntry): string {
  return ebene === 'Leistung' ? addresses.verlauf(id) : addresses.ozg(Number(id));
}
