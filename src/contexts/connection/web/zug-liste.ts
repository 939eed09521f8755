import { badge, type ListDefinition, textLink } from '#ui';
import type { Ergebnis, Sammelzeile } from '../domain/sammellauf.ts';
import { ergebnisLabel, standText } from '../messages-cockpit.ts';
import type { Sammellauf } from '../store-sammel.ts';
import { checklistPath } from './cockpit-paths.ts';

const kindOf: Readonly<Record<Ergebnis, Parameters<typeof badge>[0]>> = {
  offen: 'info',
  erledigt: 'success',
  teilweise: 'warning',
  ausgelassen: 'neutral',
  gescheitert: 'danger',
  zurueckgenommen: 'neutral',
  geblieben: 'warning',
};

/** The Kommunen of a step: where they stand, where they shall go, what came of it. */
export function zugListe({ id, dienst }: Sammellauf): ListDefinition<Sammelzeile> {
  return {
    id: 'zug',
    defaultSort: { key: 'name', descending: false },
    search: ({ name, ags, meldung }) => `${name} ${ags} ${meldung}`,
    columns: [
      {
        key: 'name',
        label: 'Kommune',
        value: ({ name }) => name,
        cell: ({ name, ags, von, nachher }) =>
          von === null && nachher === null ? name : textLink(checklistPath(dienst, ags), name),
        sortable: true,
      },
      { key: 'ags', label: 'AGS', value: ({ ags }) => ags, exportOnly: true },
      { key: 'von', label: 'Stand davor', value: ({ von }) => standText(von), sortable: true },
      { key: 'nach', label: 'Soll danach', value: ({ nach }) => standText(nach), sortable: true },
      {
        key: 'ergebnis',
        label: 'Ergebnis',
        value: ({ ergebnis }) => ergebnisLabel[ergebnis],
        cell: ({ ergebnis }) => badge(kindOf[ergebnis], ergebnisLabel[ergebnis]),
        sortable: true,
      },
      {
        key: 'meldung',
        label: 'Warum, oder was fehlt',
        value: ({ meldung }) => meldung || null,
        width: 'wide',
      },
      { key: 'zug', label: 'Zug', value: () => id, exportOnly: true },
    ],
    filters: [
      {
        key: 'ergebnis',
        label: 'Ergebnis',
        options: (zeilen) =>
          [...new Set(zeilen.map(({ ergebnis }) => ergebnis))].map((value) => ({
            value,
            label: ergebnisLabel[value],
          })),
        values: ({ ergebnis }) => ergebnis,
      },
    ],
  };
}
