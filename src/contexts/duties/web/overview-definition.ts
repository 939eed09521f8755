import { html } from 'hono/html';
import { evidenceGrades, evidenceLabel, type LocalDate } from '#kernel';
import { distinctOptions, type ListDefinition, textLink } from '#ui';
import type { OverviewRow } from '../use-cases/overview-of.ts';

/** The list of Kommunen with their counts on a day. */
export function overviewDefinition(date: LocalDate): ListDefinition<OverviewRow> {
  const count = (key: string, label: string, value: (row: OverviewRow) => number) => ({
    key,
    label,
    kind: 'number' as const,
    value,
    sortable: true,
  });
  return {
    id: 'ueberblick',
    keeps: ['datum', 'umfang'],
    defaultSort: { key: 'name', descending: false },
    search: (row) => `${row.body.name} ${row.body.ags}`,
    columns: [
      {
        key: 'name',
        label: 'Kommune',
        value: (row) => row.body.name,
        cell: (row) =>
          html`${textLink(`/kommunen/${row.body.ags}/pflichten?datum=${date}`, row.body.name)}<p class="kern-body kern-body--small kern-body--muted">${row.klasse}</p>`,
        sortable: true,
        width: 'wide',
      },
      { key: 'ags', label: 'AGS', value: (row) => row.body.ags, exportOnly: true },
      { key: 'klasse', label: 'Größenklasse', value: (row) => row.klasse, exportOnly: true },
      count('selbst', 'selbst', (row) => row.statistics.byVerdict.selbst),
      count('kreis', 'Kreis', (row) => row.statistics.byVerdict.Kreis),
      count('land', 'Land', (row) => row.statistics.byVerdict.Land),
      count('bund', 'Bund', (row) => row.statistics.byVerdict.Bund),
      {
        ...count('andere', 'andere Stelle', (row) => row.statistics.byVerdict['andere Stelle']),
        exportOnly: true,
      },
      { ...count('nicht', 'nicht einschlägig', (row) => row.statistics.byVerdict['nicht einschlägig']) },
      count('offen', 'offen', (row) => row.statistics.byVerdict.offen),
      ...evidenceGrades.map((grade) => ({
        ...count(grade, evidenceLabel[grade], (row: OverviewRow) => row.statistics.decidedByGrade[grade]),
        exportOnly: true,
      })),
    ],
    filters: [
      {
        key: 'klasse',
        label: 'Größenklasse',
        options: distinctOptions((row: OverviewRow) => row.klasse),
        values: (row) => row.klasse,
      },
    ],
  };
}
