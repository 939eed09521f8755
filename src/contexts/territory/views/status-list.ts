import { formatLocalDate, type LocalDate } from '#kernel';
import { type ListDefinition, textLink } from '#ui';
import { type Beobachtung, beobachtungen, beobachtungsstaende } from '../domain/beobachtung.ts';
import { groessenklasseOn } from '../domain/groessenklasse-on.ts';
import type { Body, Einwohner, GroessenklasseOn, Territory } from '../domain/territory.ts';
import { groessenklasseLabel, messages } from '../messages.ts';
import { addresses } from './addresses.ts';
import { einwohnerOn } from './body-row.ts';
import { standLabel, targetText, watchText } from './status-texts.ts';

/** A Gemeinde with its status, its newest figure and the threshold that is nearest. */
export interface StatusRow {
  readonly body: Body;
  readonly kreis: Body | null;
  readonly klasse: GroessenklasseOn;
  readonly einwohner: Einwohner | null;
  readonly naechste: Beobachtung | null;
}

/** All Gemeinden that have a class on a day. */
export function statusRows(territory: Territory, date: LocalDate): readonly StatusRow[] {
  return territory.bodies.flatMap((body) => {
    const klasse = groessenklasseOn(territory, body.ags, date);
    if (klasse === null || body.ags.length !== 8) return [];
    return [
      {
        body,
        kreis: (body.kreisAgs !== null && territory.bodyByAgs.get(body.kreisAgs)) || null,
        klasse,
        einwohner: einwohnerOn(territory, body.ags, date),
        naechste: beobachtungen(territory, body.ags, date)[0] ?? null,
      },
    ];
  });
}

const klassen = [
  'kreisfreie-stadt',
  'grosse-kreisangehoerige-stadt',
  'mittlere-kreisangehoerige-stadt',
  'kreisangehoerige-gemeinde',
] as const;

/** The list of statuses: those nearest to a threshold first. */
export function statusList(territory: Territory, date: LocalDate) {
  const definition = statusDefinition(date);
  const rows = statusRows(territory, date).toSorted((a, b) => rankOf(a) - rankOf(b));
  return { definition, rows };
}

function rankOf({ naechste }: StatusRow): number {
  if (naechste === null) return 1000;
  return beobachtungsstaende.indexOf(naechste.stand) * 100 + naechste.noch;
}

function statusDefinition(date: LocalDate): ListDefinition<StatusRow> {
  return {
    id: 'groessenklassen',
    keeps: ['datum'],
    // No column has this key: the rows stay as they come.
    defaultSort: { key: 'naehe', descending: false },
    search: ({ body, kreis }) => `${body.name} ${body.officialName} ${body.ags} ${kreis?.name ?? ''}`,
    columns: [
      {
        key: 'name',
        label: 'Gemeinde',
        value: ({ body }) => body.name,
        cell: ({ body }) => textLink(`${addresses.status(body.ags)}?datum=${date}`, body.name),
        sortable: true,
      },
      {
        key: 'klasse',
        label: messages.groessenklasse,
        value: ({ klasse }) => groessenklasseLabel[klasse.klasse],
        sortable: true,
      },
      {
        key: 'seit',
        label: 'Belegt ab',
        kind: 'date',
        value: ({ klasse }) => klasse.validFrom,
        sortable: true,
        exportOnly: true,
      },
      {
        key: 'einwohner',
        label: messages.einwohner,
        kind: 'number',
        value: ({ einwohner }) => einwohner?.zahl ?? null,
        sortable: true,
      },
      {
        key: 'stichtag',
        label: 'am',
        kind: 'date',
        value: ({ einwohner }) => einwohner?.stichtag ?? null,
        cell: ({ einwohner }) => (einwohner ? formatLocalDate(einwohner.stichtag) : '–'),
        sortable: true,
      },
      {
        key: 'ziel',
        label: 'Nächste Schwelle',
        value: ({ naechste }) => naechste && targetText(naechste.schwelle),
        sortable: true,
      },
      {
        key: 'noch',
        label: 'Beobachtung',
        value: ({ naechste }) => naechste && watchText(naechste),
        width: 'wide',
      },
      ...exportColumns,
    ],
    filters: [
      {
        key: 'groessenklasse',
        label: messages.groessenklasse,
        options: klassen.map((value) => ({ value, label: groessenklasseLabel[value] })),
        values: ({ klasse }) => klasse.klasse,
      },
      {
        key: 'stand',
        label: 'Beobachtung',
        options: [...beobachtungsstaende.map((value) => ({ value, label: standLabel[value] })), ohneSchwelle],
        values: ({ naechste }) => naechste?.stand ?? ohneSchwelle.value,
      },
      {
        key: 'kreis',
        label: 'Kreis',
        options: (rows) =>
          [...new Map(rows.flatMap(({ kreis }) => (kreis ? [[kreis.ags, kreis.name] as const] : [])))].map(
            ([value, label]) => ({ value, label }),
          ),
        values: ({ kreis }) => kreis?.ags ?? null,
      },
    ],
  };
}

const ohneSchwelle = { value: 'ohne-schwelle', label: 'keine Schwelle offen' };

const exportColumns: ListDefinition<StatusRow>['columns'] = [
  { key: 'ags', label: 'AGS', value: ({ body }) => body.ags, exportOnly: true },
  { key: 'kreis', label: 'Kreis', value: ({ kreis }) => kreis?.name ?? null, exportOnly: true },
  { key: 'verordnung', label: 'Verordnung', value: ({ klasse }) => klasse.source.title, exportOnly: true },
  {
    key: 'stichtage',
    label: 'Noch Stichtage',
    kind: 'number',
    value: ({ naechste }) => naechste?.noch ?? null,
    exportOnly: true,
  },
];
