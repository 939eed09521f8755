import { zustandLabel } from '#compass';
import { distinctOptions, type ListDefinition } from '#ui';
import type { BestandZeile } from '../domain/bestand.ts';

const levelValues = (level: number | null) => (level === null ? 'ohne' : String(level));

/** The table of the rows that a report counts, with what was due on its day. */
export function rowsDefinitionOn(stichtag: string): ListDefinition<BestandZeile> {
  const openPlan = ({ zustand, geplantFuer }: BestandZeile) =>
    geplantFuer !== null &&
    zustand !== null &&
    !['online', 'abgeschaltet', 'nicht-anwendbar'].includes(zustand);
  return {
    id: 'gezaehlte-leistungen',
    keeps: ['fassung'],
    defaultSort: { key: 'name', descending: false },
    search: ({ name, id, themenfeld }) => `${name} ${id} ${themenfeld ?? ''}`,
    columns: [
      { key: 'name', label: 'Leistung', value: ({ name }) => name, sortable: true, width: 'wide' },
      { key: 'id', label: 'Nummer', value: ({ id }) => id, exportOnly: true },
      {
        key: 'zustand',
        label: 'Zustand',
        value: ({ zustand }) => (zustand ? zustandLabel[zustand] : 'keine Angabe'),
        sortable: true,
      },
      { key: 'themenfeld', label: 'Themenfeld', value: ({ themenfeld }) => themenfeld, sortable: true },
      { key: 'fachbereich', label: 'Fachbereich', value: ({ fachbereich }) => fachbereich, sortable: true },
      { key: 'reifegrad11', label: 'Reifegrad 1.1', kind: 'number', value: ({ reifegrad11 }) => reifegrad11 },
      { key: 'reifegrad20', label: 'Reifegrad 2.0', kind: 'number', value: ({ reifegrad20 }) => reifegrad20 },
      { key: 'fallzahl', label: 'Fallzahl', kind: 'number', value: ({ fallzahl }) => fallzahl, total: 'sum' },
      {
        key: 'geplantFuer',
        label: 'geplant für',
        kind: 'date',
        value: ({ geplantFuer }) => geplantFuer,
        sortable: true,
      },
      {
        key: 'umgesetztAm',
        label: 'umgesetzt am',
        kind: 'date',
        value: ({ umgesetztAm }) => umgesetztAm,
        exportOnly: true,
      },
      { key: 'loesung', label: 'Lösung', value: ({ loesung }) => loesung, exportOnly: true },
      {
        key: 'angegebenAm',
        label: 'angegeben am',
        kind: 'date',
        value: ({ angegebenAm }) => angegebenAm,
        sortable: true,
      },
    ],
    filters: [
      {
        key: 'zustand',
        label: 'Zustand',
        options: [
          ...Object.entries(zustandLabel).map(([value, label]) => ({ value, label })),
          { value: 'keine-angabe', label: 'keine Angabe' },
        ],
        values: ({ zustand }) => zustand ?? 'keine-angabe',
      },
      {
        key: 'themenfeld',
        label: 'Themenfeld',
        options: distinctOptions(({ themenfeld }: BestandZeile) => themenfeld ?? 'ohne Themenfeld'),
        values: ({ themenfeld }) => themenfeld ?? 'ohne Themenfeld',
      },
      {
        key: 'termin',
        label: 'Termin',
        options: [
          { value: 'kommt', label: 'kommt noch' },
          { value: 'verstrichen', label: 'verstrichen' },
        ],
        values: (zeile) =>
          openPlan(zeile) ? ((zeile.geplantFuer ?? '') >= stichtag ? 'kommt' : 'verstrichen') : null,
      },
      {
        key: 'reifegrad11',
        label: 'Reifegrad 1.1',
        options: distinctOptions(({ reifegrad11 }: BestandZeile) => levelValues(reifegrad11)),
        values: ({ reifegrad11 }) => levelValues(reifegrad11),
      },
      {
        key: 'reifegrad20',
        label: 'Reifegrad 2.0',
        options: distinctOptions(({ reifegrad20 }: BestandZeile) => levelValues(reifegrad20)),
        values: ({ reifegrad20 }) => levelValues(reifegrad20),
      },
      {
        key: 'fallzahl',
        label: 'Fallzahl',
        options: [
          { value: 'bekannt', label: 'bekannt' },
          { value: 'unbekannt', label: 'unbekannt' },
        ],
        values: ({ fallzahl }) => (fallzahl === null ? 'unbekannt' : 'bekannt'),
      },
      {
        key: 'loesung',
        label: 'Lösung',
        options: [
          { value: 'genannt', label: 'genannt' },
          { value: 'ohne', label: 'ohne' },
        ],
        values: ({ loesung }) => (loesung === null ? 'ohne' : 'genannt'),
      },
    ],
  };
}
