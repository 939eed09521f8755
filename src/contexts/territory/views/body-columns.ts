import { evidenceLabel } from '#kernel';
import { type ListColumn, textLink } from '#ui';
import type { Territory } from '../domain/territory.ts';
import { artLabel, groessenklasseLabel, messages } from '../messages.ts';
import { addresses } from './addresses.ts';
import type { BodyRow } from './body-row.ts';

type Column = ListColumn<BodyRow>;

/** The columns of the list; the Land is shown where more than one is loaded. PLZ stay out: they are under another licence. */
export function bodyColumns(territory: Territory): readonly Column[] {
  const severalLaender = territory.bestaende.length > 1;
  return [...shownColumns, { ...landColumn, exportOnly: !severalLaender }, ...exportColumns];
}

const shownColumns: readonly Column[] = [
  {
    key: 'name',
    label: 'Name',
    sortable: true,
    width: 'wide',
    value: ({ body }) => body.name,
    cell: ({ body }) => textLink(addresses.kommune(body.ags), body.name),
  },
  { key: 'ags', label: 'AGS', sortable: true, width: 'narrow', value: ({ body }) => body.ags },
  { key: 'bezeichnung', label: 'Art', sortable: true, value: ({ body }) => body.bezeichnung },
  {
    key: 'klasse',
    label: messages.groessenklasse,
    sortable: true,
    value: ({ klasse }) => klasse && groessenklasseLabel[klasse.klasse],
  },
  {
    key: 'kreis',
    label: 'Kreis',
    sortable: true,
    value: ({ kreis }) => kreis?.name ?? null,
    cell: ({ kreis }) => (kreis ? textLink(addresses.kommune(kreis.ags), kreis.name, { small: true }) : '–'),
  },
  {
    key: 'einwohner',
    label: messages.einwohner,
    kind: 'number',
    sortable: true,
    value: ({ einwohner }) => einwohner?.zahl ?? null,
  },
];

const landColumn: Column = {
  key: 'land',
  label: 'Land',
  sortable: true,
  value: ({ land }) => land?.name ?? null,
};

const hidden = (key: string, label: string, value: Column['value']): Column => ({
  key,
  label,
  value,
  exportOnly: true,
});

const exportColumns: readonly Column[] = [
  { ...hidden('stichtag', 'Einwohner am', ({ einwohner }) => einwohner?.stichtag ?? null), kind: 'date' },
  hidden('einwohnerQuelle', 'Quelle der Einwohnerzahl', ({ einwohner }) => einwohner?.source.title ?? null),
  hidden('amtlich', 'Amtlicher Name', ({ body }) => body.officialName),
  hidden('ars', 'Regionalschlüssel', ({ body }) => body.ars),
  hidden('artText', 'Stadt, Gemeinde oder Kreis', ({ body }) => artLabel[body.art]),
  { ...hidden('klasseAb', 'Größenklasse ab', ({ klasse }) => klasse?.validFrom ?? null), kind: 'date' },
  hidden('klasseQuelle', 'Quelle der Größenklasse', ({ klasse }) => klasse?.source.title ?? null),
  hidden('klasseBeleg', 'Beleg der Größenklasse', ({ klasse }) => klasse && evidenceLabel[klasse.grade]),
  hidden('kreisAgs', 'Kreisschlüssel', ({ body }) => body.kreisAgs),
  hidden('regierungsbezirk', messages.regierungsbezirk, ({ body }) => body.regierungsbezirk),
  hidden('website', 'Website (ungeprüft)', ({ body }) => body.website),
];
