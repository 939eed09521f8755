import { distinctOptions, type ListDefinition } from '#ui';
import { projektphasen } from '../domain/phase.ts';
import { efaTypen, groessenklassen } from '../domain/projekt.ts';
import { jahreOf } from '../domain/zeitplan.ts';
import type { Namen } from '../felder/schreiben.ts';
import { efaTypLabel, groessenklasseLabel, keineAngabe, projektphaseLabel } from '../messages.ts';
import type { Projektzeile } from '../use-cases/read-projekte.ts';

type Filter = NonNullable<ListDefinition<Projektzeile>['filters']>[number];

/** The name of the Themenfeld of a project, or `null`. */
export function themenfeldOf(namen: Namen, { projekt: { inhalt } }: Projektzeile): string | null {
  return inhalt.themenfeldId === null ? null : namen.themenfeld(inhalt.themenfeldId);
}

const none = 'keine-angabe';

/** Filters by what a project says of itself. */
export function contentFilters(namen: Namen): readonly Filter[] {
  return [
    {
      key: 'themenfeld',
      label: 'Themenfeld',
      options: distinctOptions((zeile: Projektzeile) => themenfeldOf(namen, zeile) ?? keineAngabe),
      values: (zeile) => themenfeldOf(namen, zeile) ?? keineAngabe,
    },
    {
      key: 'efa',
      label: 'EfA-Typ',
      options: [
        ...efaTypen.map((value) => ({ value, label: efaTypLabel[value] })),
        { value: none, label: keineAngabe },
      ],
      values: ({ projekt }) => projekt.inhalt.efaTyp ?? none,
    },
    {
      key: 'groessenklasse',
      label: 'Hilft Größenklasse',
      // A function takes any value: a class that no project helps, or that does not exist, shows nothing, never all.
      options: () => groessenklassen.map((value) => ({ value, label: groessenklasseLabel[value] })),
      values: ({ projekt }) => projekt.inhalt.groessenklassen,
    },
    {
      key: 'jahr',
      label: 'Jahr',
      options: distinctOptions(({ projekt }: Projektzeile) => jahreOf(projekt.inhalt)),
      values: ({ projekt }) => jahreOf(projekt.inhalt),
    },
  ];
}

/** Filters by where a project stands and who has to do with it. */
export const stateFilters: readonly Filter[] = [
  {
    key: 'phase',
    label: 'Phase heute',
    options: projektphasen.map((value) => ({ value, label: projektphaseLabel[value] })),
    values: ({ phase }) => phase,
  },
  {
    key: 'verzug',
    label: 'Verzug',
    options: [
      { value: 'ja', label: 'im Verzug' },
      { value: 'nein', label: 'kein Verzug bekannt' },
    ],
    values: ({ verzug }) => (verzug ? 'ja' : 'nein'),
  },
  {
    key: 'interesse',
    label: 'Interesse',
    options: [
      { value: 'ja', label: 'Kommunen haben Interesse' },
      { value: 'nein', label: 'noch kein Interesse' },
      { value: 'eigenes', label: 'meine Kommune hat Interesse' },
    ],
    values: ({ interessierte, eigenesInteresse }) => [
      interessierte > 0 ? 'ja' : 'nein',
      ...(eigenesInteresse ? ['eigenes'] : []),
    ],
  },
  {
    key: 'fuehrung',
    label: 'Führung',
    options: [
      { value: 'eigene', label: 'führt mein Haus' },
      { value: 'andere', label: 'führen andere' },
      { value: 'niemand', label: 'führt hier niemand' },
    ],
    values: ({ gefuehrt, projekt }) => (gefuehrt ? 'eigene' : projekt.tenant === null ? 'niemand' : 'andere'),
  },
];

/** All filters as far as their names go, which need no catalogue. */
export const projektfilter: readonly Pick<Filter, 'key' | 'label'>[] = [
  ...contentFilters({ themenfeld: () => null, leistung: () => null }),
  ...stateFilters,
];
