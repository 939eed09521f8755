import { html } from 'hono/html';
import { groessenklasseLabel } from '#territory';
import { badge, distinctOptions, type ListColumn, type ListDefinition, textLink } from '#ui';
import { phasen } from '../domain/phase.ts';
import { type Partei, type Punkt, parteien } from '../domain/punkt.ts';
import { parteiLabel, phaseLabel, standLabel } from '../messages.ts';
import type { Cockpitzeile } from '../use-cases/read-cockpit.ts';
import { nichtLabel, phaseText } from '../views/phase-text.ts';
import { checklistPath } from './cockpit-paths.ts';

type Column = ListColumn<Cockpitzeile>;

const nicht = 'nicht-angebunden';

/** The Kommunen of a cockpit; in files every line of the checklist is a column. */
export function cockpitListe(dienst: string, punkte: readonly Punkt[]): ListDefinition<Cockpitzeile> {
  return {
    id: 'cockpit',
    keeps: ['spalten'],
    defaultSort: { key: 'name', descending: false },
    search: ({ name, ags, kreis }) => `${name} ${ags} ${kreis}`,
    columns: [...shown(dienst), ...dated, ...punkte.map(punktColumn)],
    filters: [
      {
        key: 'phase',
        label: 'Phase',
        options: () => [
          ...phasen.map((value) => ({ value, label: phaseLabel[value] })),
          { value: nicht, label: nichtLabel },
        ],
        values: ({ phase }) => phase ?? nicht,
      },
      {
        key: 'wartet',
        label: 'Wartet auf',
        options: () => parteien.map((value) => ({ value, label: parteiLabel[value] })),
        values: ({ wartet }) => wartet.map(({ partei }) => partei),
      },
      {
        key: 'groessenklasse',
        label: 'Größenklasse',
        options: distinctOptions((zeile: Cockpitzeile) => klasseText(zeile)),
        values: klasseText,
      },
      {
        key: 'kreis',
        label: 'Kreis',
        options: distinctOptions(({ kreis }: Cockpitzeile) => kreis),
        values: ({ kreis }) => kreis,
      },
      {
        key: 'land',
        label: 'Land',
        options: distinctOptions(({ land }: Cockpitzeile) => land),
        values: ({ land }) => land,
      },
    ],
    groupings: [
      { key: 'kreis', label: 'Kreis', value: ({ kreis }) => kreis },
      { key: 'phase', label: 'Phase', value: phaseText },
    ],
  };
}

function phaseKind({ phase, zustand }: Cockpitzeile) {
  if (zustand === 'live') return 'success';
  return phase === null || phase === 'ende' ? 'neutral' : 'info';
}

function klasseText({ klasse }: Pick<Cockpitzeile, 'klasse'>): string {
  return klasse === null ? 'keine Angabe' : groessenklasseLabel[klasse];
}

function shown(dienst: string): readonly Column[] {
  return [
    {
      key: 'name',
      label: 'Kommune',
      value: ({ name }) => name,
      cell: ({ name, ags, zustand }) =>
        zustand === null ? name : textLink(checklistPath(dienst, ags), name),
      sortable: true,
      width: 'wide',
    },
    { key: 'ags', label: 'AGS', value: ({ ags }) => ags, exportOnly: true },
    { key: 'kreis', label: 'Kreis', value: ({ kreis }) => kreis, sortable: true, hidden: true },
    {
      key: 'phase',
      label: 'Phase',
      value: phaseText,
      cell: (zeile) => badge(phaseKind(zeile), phaseText(zeile)),
      sortable: true,
    },
    {
      key: 'fortschritt',
      label: 'Checkliste erledigt',
      kind: 'number',
      value: ({ fortschritt }) => fortschritt?.erledigt ?? null,
      cell: ({ fortschritt }) =>
        fortschritt === null ? '–' : `${fortschritt.erledigt} von ${fortschritt.gefordert}`,
      sortable: true,
    },
    {
      key: 'gefordert',
      label: 'Checkliste gefordert',
      kind: 'number',
      exportOnly: true,
      value: ({ fortschritt }) => fortschritt?.gefordert ?? null,
    },
    {
      key: 'wartet',
      label: 'Wartet auf',
      value: ({ wartet }) => wartet.map(({ partei }) => parteiLabel[partei]).join(', ') || null,
      cell: ({ wartet }) =>
        html`${wartet.map(({ partei, tage }) => html`<div>${waiting(partei, tage)}</div>`)}`,
    },
    {
      key: 'wartetage',
      label: 'Längstes Warten in Tagen',
      kind: 'number',
      value: ({ wartet }) => (wartet.length === 0 ? null : Math.max(...wartet.map(({ tage }) => tage))),
      sortable: true,
      hidden: true,
    },
    {
      key: 'annahmen',
      label: 'Offene Annahmen',
      kind: 'number',
      value: ({ annahmen }) => annahmen,
      sortable: true,
      total: 'sum',
    },
  ];
}

/** „Kommune (12 Tage)“. */
function waiting(partei: Partei, tage: number): string {
  return `${parteiLabel[partei]} (${tage === 1 ? '1 Tag' : `${tage} Tage`})`;
}

const dated: readonly Column[] = [
  { key: 'zustand', label: 'Zustand', value: ({ zustand }) => zustand, exportOnly: true },
  { key: 'geplant', label: 'Geplant am', kind: 'date', value: ({ geplantAm }) => geplantAm, hidden: true },
  { key: 'live', label: 'Live seit', kind: 'date', value: ({ liveSeit }) => liveSeit, sortable: true },
  { key: 'fassung', label: 'Fassung', value: ({ fassung }) => fassung, hidden: true },
  { key: 'land', label: 'Land', value: ({ land }) => land, hidden: true },
];

function punktColumn({ id, titel }: Punkt): Column {
  return {
    key: `punkt-${id}`,
    label: titel,
    exportOnly: true,
    value: ({ staende }) => {
      const stand = staende.get(id);
      return stand === undefined ? null : standLabel[stand];
    },
  };
}
