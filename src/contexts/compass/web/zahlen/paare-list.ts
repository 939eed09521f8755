import { formatNumber, type ListDefinition, type ListFilter, textLink } from '#ui';
import type { Paar } from '../../figures/answer-paare.ts';
import { umfangNamen } from '../../figures/umfang.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { zustandText } from '../../views/zustand-text.ts';
import { alleTeile, type Choice, sichtbareKommunen, sichtbareTeile } from './choices.ts';

/** The parameters of an Umfang that are filters of this list. */
export const gefiltert = [
  'kommune',
  'klasse',
  'kreis',
  'themenfeld',
  'zustand',
  'reifegrad11',
  'reifegrad20',
] as const;

/** The list of pairs behind a number. */
export function paareDefinition(frage: GestellteFrage): ListDefinition<Paar> {
  const level = (key: 'reifegrad11' | 'reifegrad20', label: string) =>
    ({ key, label, kind: 'number', value: (paar: Paar) => paar[key], sortable: true }) as const;
  return {
    id: 'paare',
    keeps: ['datum', ...umfangNamen.filter((name) => !gefiltert.some((each) => each === name))],
    defaultSort: { key: 'kommune', descending: false },
    // Only says that one may search; the pairs are searched where they lie.
    search: ({ kommune, leistung }) => `${kommune} ${leistung}`,
    filters: filtersOf(frage),
    columns: [
      { key: 'kommune', label: 'Kommune', value: ({ kommune }) => kommune, sortable: true },
      {
        key: 'leistung',
        label: 'Leistung',
        value: ({ leistung }) => leistung,
        cell: ({ leistungId, leistung }) => textLink(`/katalog/leistungen/${leistungId}`, leistung),
        sortable: true,
        width: 'wide',
      },
      { key: 'zustand', label: 'Zustand', value: ({ zustand }) => zustandText(zustand), sortable: true },
      level('reifegrad11', 'Reifegrad 1.1'),
      level('reifegrad20', 'Reifegrad 2.0'),
      {
        key: 'fallzahl',
        label: 'Fälle im Jahr',
        kind: 'number',
        value: ({ fallzahl }) => fallzahl,
        cell: ({ fallzahl }) => (fallzahl === null ? 'unbekannt' : formatNumber(fallzahl)),
        sortable: true,
      },
      { key: 'ags', label: 'AGS', value: ({ ags }) => ags, exportOnly: true },
      {
        key: 'nummer',
        label: 'Nummer der Leistung',
        value: ({ leistungId }) => leistungId,
        exportOnly: true,
      },
    ],
  };
}

function filtersOf(frage: GestellteFrage): readonly ListFilter<Paar>[] {
  const filter = (key: (typeof gefiltert)[number], label: string, options: readonly Choice[]) => ({
    key,
    label,
    // Fixed choices would drop a value that is not among them, and the list would show all; so it stays, and shows nothing.
    options: () => options,
    values: () => null,
  });
  return [
    filter('kommune', 'Kommune', sichtbareKommunen(frage)),
    filter('klasse', 'Größenklasse', sichtbareTeile(frage, 'klasse')),
    filter('kreis', 'Kreis', sichtbareTeile(frage, 'kreis')),
    filter('themenfeld', 'Themenfeld', alleTeile(frage, 'themenfeld')),
    filter('zustand', 'Zustand', alleTeile(frage, 'zustand')),
    filter('reifegrad11', 'Reifegrad 1.1', alleTeile(frage, 'reifegrad11')),
    filter('reifegrad20', 'Reifegrad 2.0', alleTeile(frage, 'reifegrad20')),
  ];
}
