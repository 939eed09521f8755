import { formatNumber, type ListDefinition, textLink } from '#ui';
import { umfangNamen } from '../../figures/umfang.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import type { Vorsprung } from '../../use-cases/vergleichen.ts';
import { paareHref } from './zahlen-route.ts';

/** The table of the Leistungen where others are ahead. */
export function vorsprungDefinition({ parameters, betrachter }: GestellteFrage): ListDefinition<Vorsprung> {
  const href = ({ leistungId }: Vorsprung) =>
    betrachter.eigene ? `/stand/${leistungId}` : `/katalog/leistungen/${leistungId}`;
  const others = ({ leistungId, voraus }: Vorsprung) =>
    paareHref(parameters, {
      kommune: voraus.map(({ ags }) => ags).join(','),
      klasse: null,
      kreis: null,
      leistung: leistungId,
      zustand: 'online',
    });
  return {
    id: 'vorspruenge',
    keeps: ['datum', 'fuer', 'band', 'mit', ...umfangNamen],
    defaultSort: { key: 'anzahl', descending: true },
    search: ({ name, leistungId }) => `${name} ${leistungId}`,
    columns: [
      {
        key: 'leistung',
        label: 'Leistung',
        value: ({ name }) => name,
        cell: (row) => textLink(href(row), row.name),
        sortable: true,
        width: 'wide',
      },
      {
        key: 'anzahl',
        label: 'online bei',
        kind: 'number',
        value: ({ voraus }) => voraus.length,
        cell: (row) => textLink(others(row), formatNumber(row.voraus.length)),
        sortable: true,
      },
      {
        key: 'wer',
        label: 'bei wem',
        value: ({ voraus }) => voraus.map((each) => each.name).join(', '),
        width: 'wide',
      },
      { key: 'nummer', label: 'Nummer', value: ({ leistungId }) => leistungId, exportOnly: true },
    ],
  };
}
