import { html } from 'hono/html';
import type { Catalogue } from '#catalogue';
import type { LocalDate } from '#kernel';
import { badge, distinctOptions, formatShare, type Html, type ListDefinition, textLink } from '#ui';
import { efaBereitschaft, efaBereitschaften, efaStand } from '../domain/efa-kriterien.ts';
import { type LoesungStand, loesungsarten, loesungsstatus } from '../domain/loesung.ts';
import { artLabel, bereitschaftLabel, statusLabel } from '../messages.ts';
import { idLabel, tableFields } from '../views/loesung-table.ts';
import { paths } from './paths.ts';

/** A row of the register with what is looked up in the catalogue. */
export interface RegisterRow {
  readonly stand: LoesungStand;
  readonly leistungen: readonly { readonly id: string; readonly name: string }[];
  readonly themenfelder: readonly string[];
}

/** Looks up the contained Leistungen; one that this catalogue does not know keeps its number. */
export function rowOf(catalogue: Catalogue, stand: LoesungStand): RegisterRow {
  const byId = new Map<string, Catalogue['leistungen'][number]>(catalogue.leistungById);
  return rowWith(byId, catalogue, stand);
}

/** As `rowOf` for many at once. */
export function rowsOf(catalogue: Catalogue, staende: readonly LoesungStand[]): readonly RegisterRow[] {
  const byId = new Map<string, Catalogue['leistungen'][number]>(catalogue.leistungById);
  return staende.map((stand) => rowWith(byId, catalogue, stand));
}

function rowWith(
  byId: ReadonlyMap<string, Catalogue['leistungen'][number]>,
  catalogue: Catalogue,
  stand: LoesungStand,
): RegisterRow {
  const found = stand.inhalt.leistungen.map(({ leistungId }) => ({
    leistungId,
    leistung: byId.get(leistungId),
  }));
  const themenfelder = found.flatMap(({ leistung }) => {
    const ozg = leistung?.ozgId == null ? undefined : catalogue.ozgById.get(leistung.ozgId);
    const lage = ozg && catalogue.lageById.get(ozg.lageId);
    return (lage && catalogue.themenfeldById.get(lage.themenfeldId)?.name) ?? [];
  });
  return {
    stand,
    leistungen: found.map(({ leistungId, leistung }) => ({
      id: leistungId,
      name: leistung?.name ?? leistungId,
    })),
    themenfelder: [...new Set(themenfelder)],
  };
}

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
export function registerDefinition(date: LocalDate): ListDefinition<RegisterRow> {
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
    columns: columnsOn(date),
    filters: filters(),
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

function columnsOn(date: LocalDate): ListDefinition<RegisterRow>['columns'] {
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
    {
      key: 'leistungsnamen',
      label: 'Namen der Leistungen',
      value: ({ leistungen }) => leistungen.map(({ name }) => name).join(' | '),
      exportOnly: true,
    },
  ];
}

function filters(): ListDefinition<RegisterRow>['filters'] {
  const levels = (key: 'reifegrad11' | 'reifegrad20') => (row: RegisterRow) => [
    ...new Set(row.stand.inhalt.leistungen.map((each) => (each[key] === null ? 'keine' : String(each[key])))),
  ];
  const levelOptions = (highest: number) => [
    ...Array.from({ length: highest + 1 }, (_, level) => ({ value: String(level), label: `Stufe ${level}` })),
    { value: 'keine', label: 'keine Angabe' },
  ];
  return [
    {
      key: 'art',
      label: 'Art',
      options: loesungsarten.map((value) => ({ value, label: artLabel[value] })),
      values: ({ stand }) => stand.inhalt.art,
    },
    {
      key: 'status',
      label: 'Status',
      options: loesungsstatus.map((value) => ({ value, label: statusLabel[value] })),
      values: ({ stand }) => stand.status,
    },
    {
      key: 'anbieter',
      label: 'Anbieter',
      options: distinctOptions(({ stand }: RegisterRow) => stand.inhalt.anbieter),
      values: ({ stand }) => stand.inhalt.anbieter,
    },
    {
      key: 'themenfeld',
      label: 'Themenfeld',
      options: distinctOptions(({ themenfelder }: RegisterRow) => themenfelder),
      values: ({ themenfelder }) => themenfelder,
    },
    {
      key: 'leistung',
      label: 'Leistung',
      options: leistungOptions,
      values: ({ leistungen }) => leistungen.map(({ id }) => id),
    },
    {
      key: 'efa',
      label: 'EfA-Mindestanforderungen',
      options: efaBereitschaften.map((value) => ({ value, label: bereitschaftLabel[value] })),
      values: ({ stand }) => efaBereitschaft(stand.inhalt.efa),
    },
    {
      key: 'reifegrad11',
      label: 'Reifegrad (Modell 1.1)',
      options: levelOptions(4),
      values: levels('reifegrad11'),
    },
    {
      key: 'reifegrad20',
      label: 'Reifegrad (Modell 2.0)',
      options: levelOptions(7),
      values: levels('reifegrad20'),
    },
  ];
}

function leistungOptions(rows: readonly RegisterRow[]) {
  const names = new Map(
    rows.flatMap(({ leistungen }) => leistungen.map(({ id, name }) => [id, name] as const)),
  );
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'de'));
}
