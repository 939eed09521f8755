import { html } from 'hono/html';
import { addedFields, type Feld, fieldHeading } from '#fields';
import type { LocalDate } from '#kernel';
import { badge, formatShare, type Html, type ListDefinition, textLink } from '#ui';
import { efaStand } from '../domain/efa-kriterien.ts';
import type { LoesungStand } from '../domain/loesung.ts';
import { statusLabel } from '../messages.ts';
import { idLabel, tableFields } from './loesung-table.ts';
import { paths } from './paths.ts';
import { registerFilters } from './register-filters.ts';
import type { RegisterRow } from './register-row.ts';

const kinds = {
  verfuegbar: 'success',
  'in-entwicklung': 'info',
  angekuendigt: 'neutral',
  ausgelaufen: 'warning',
} as const;

/** The state of a Lösung as a badge. */
export function statusBadge({ status }: Pick<LoesungStand, 'status'>): Html {
  return badge(kinds[status], statusLabel[status]);
}

/** „7 von 8 (87,5 %)“; nothing judged is no statement, not zero. */
export function efaText({ inhalt }: Pick<LoesungStand, 'inhalt'>): string {
  const { erfuellt, unbekannt, von } = efaStand(inhalt.efa);
  return unbekannt === von ? 'keine Angabe' : `${erfuellt} von ${von} (${formatShare(erfuellt, von)})`;
}

/** The list of the register on a day; `keeps` holds the day and the day by which one needs a Lösung. */
export function registerDefinition(date: LocalDate, felder: readonly Feld[]): ListDefinition<RegisterRow> {
  return {
    id: 'loesungen',
    keeps: ['datum', 'bis'],
    defaultSort: { key: 'name', descending: false },
    search: ({ stand: { inhalt, id }, leistungen, themenfelder }) =>
      [
        id,
        ...searched(inhalt),
        ...leistungen.map(({ id: each, name }) => `${each} ${name}`),
        ...themenfelder,
      ].join(' '),
    columns: columnsOn(date, felder),
    filters: registerFilters,
  };
}

function searched(inhalt: LoesungStand['inhalt']): readonly string[] {
  const { name, anbieter, hersteller, voraussetzungen, hinweis, schnittstellen, fachverfahren, portale } =
    inhalt;
  return [
    name,
    anbieter ?? '',
    hersteller ?? '',
    voraussetzungen ?? '',
    hinweis ?? '',
    ...schnittstellen,
    ...fachverfahren,
    ...portale,
  ];
}

const shown = new Set(['name', 'art', 'anbieter', 'status', 'verfuegbarAb']);

function columnsOn(date: LocalDate, felder: readonly Feld[]): ListDefinition<RegisterRow>['columns'] {
  const cells: Readonly<Record<string, (row: RegisterRow) => Html>> = {
    name: ({ stand }) => textLink(`${paths.one(stand.id)}?datum=${date}`, stand.inhalt.name),
    status: ({ stand }) =>
      html`${statusBadge(stand)}${stand.terminVerstrichen ? badge('warning', 'Termin verstrichen') : ''}`,
  };
  const written = tableFields.map(({ field, label, kind, write }) => ({
    key: field,
    label,
    kind,
    value: ({ stand }: RegisterRow) => write(stand.inhalt) || null,
    cell: cells[field],
    sortable: shown.has(field),
    width: field === 'name' ? ('wide' as const) : undefined,
    exportOnly: !shown.has(field),
  }));
  return [
    ...written.filter(({ exportOnly }) => !exportOnly),
    {
      key: 'anzahl',
      label: 'Enthält',
      kind: 'number',
      value: ({ leistungen }) => leistungen.length,
      sortable: true,
    },
    { key: 'efa', label: 'EfA erfüllt', value: ({ stand }) => efaText(stand), sortable: true },
    { key: 'id', label: idLabel, value: ({ stand }) => stand.id, exportOnly: true },
    ...written.filter(({ exportOnly }) => exportOnly),
    ...addedFields(felder).map((feld) => ({
      key: `feld.${feld.key}`,
      label: fieldHeading(feld),
      value: ({ stand }: RegisterRow) => stand.inhalt.felder[feld.key] ?? null,
      exportOnly: true,
    })),
    {
      key: 'leistungsnamen',
      label: 'Namen der Leistungen',
      value: ({ leistungen }) => leistungen.map(({ name }) => name).join(' | '),
      exportOnly: true,
    },
  ];
}
