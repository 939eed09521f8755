import { formatNumber, type ListDefinition, type ListFilter, textLink } from '#ui';
import type { Paar } from '../../figures/answer-paare.ts';
import { namesOf } from '../../figures/matrix-names.ts';
import { type Gliederung, teileNach } from '../../figures/teile.ts';
import { umfangNamen } from '../../figures/umfang.ts';
import type { GestellteFrage } from '../../use-cases/frage-stellen.ts';
import { zustandText } from '../../views/zustand-text.ts';

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

function filtersOf({ figures, visible }: GestellteFrage): readonly ListFilter<Paar>[] {
  const { names, rank } = namesOf(figures).bodies;
  const kommunen = figures.matrix.bodies
    .map(({ ags }, at) => ({ value: ags, label: names[at] ?? ags, rank: rank[at] ?? 0, at }))
    .filter(({ at }) => visible.bodies[at] === 1)
    .sort((a, b) => a.rank - b.rank)
    .map(({ value, label }) => ({ value, label }));
  const teile = (by: Gliederung) =>
    teileNach(figures, by).parts.map(({ key, label }) => ({ value: key, label }));
  const filter = (
    key: (typeof gefiltert)[number],
    label: string,
    options: readonly { value: string; label: string }[],
  ) => ({
    key,
    label,
    // Fixed choices would drop a value that is not among them, and the list would show all; so it stays, and shows nothing.
    options: () => options,
    values: () => null,
  });
  return [
    filter('kommune', 'Kommune', kommunen),
    filter('klasse', 'Größenklasse', teile('klasse')),
    filter('kreis', 'Kreis', teile('kreis')),
    filter('themenfeld', 'Themenfeld', teile('themenfeld')),
    filter('zustand', 'Zustand', teile('zustand')),
    filter('reifegrad11', 'Reifegrad 1.1', teile('reifegrad11')),
    filter('reifegrad20', 'Reifegrad 2.0', teile('reifegrad20')),
  ];
}
