import type { MatrixColumn, MatrixValues } from '#ui';
import type { StandEingabe } from '../domain/parse-aenderung.ts';
import { prioritaeten, type Stand } from '../domain/stand.ts';
import { zustaende } from '../domain/zustand.ts';
import { keineAngabe, zustandLabel } from '../messages.ts';
import type { Namen } from '../views/feld-text.ts';

/** The fields that the matrix offers, in its order. */
export const matrixFelder = [
  'zustand',
  'geplantFuer',
  'umgesetztAm',
  'fallzahl',
  'fallzahlJahr',
  'prioritaet',
  'zustaendig',
  'loesungId',
  'grund',
] as const;

type Feld = (typeof matrixFelder)[number];

/** The columns of the matrix for a Kommune with its people and the register of Lösungen. */
export function matrixColumns({ personen, loesungen }: Namen): readonly MatrixColumn[] {
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const columns: Readonly<Record<Feld, Omit<MatrixColumn, 'key'>>> = {
    zustand: {
      label: 'Zustand',
      kind: 'select',
      none: keineAngabe,
      options: zustaende.map((value) => ({ value, label: zustandLabel[value] })),
    },
    geplantFuer: { label: 'Geplant für', kind: 'date' },
    umgesetztAm: { label: 'Umgesetzt am', kind: 'date' },
    fallzahl: {
      label: 'Fallzahl',
      kind: 'number',
      min: 0,
      max: 100_000_000,
      hint: 'gezählt',
      width: 'narrow',
    },
    fallzahlJahr: { label: 'Jahr', kind: 'number', min: 1990, max: 2100, width: 'narrow' },
    prioritaet: {
      label: 'Priorität',
      kind: 'select',
      width: 'narrow',
      options: prioritaeten.map((each) => ({ value: String(each), label: String(each) })),
    },
    zustaendig: {
      label: 'Zuständig',
      kind: 'select',
      options: named(personen.filter(({ entfernt }) => !entfernt)),
    },
    loesungId: { label: 'Lösung', kind: 'select', options: named(loesungen) },
    grund: { label: 'Grund', kind: 'text', maxLength: 500, hint: 'nötig bei „nicht anwendbar“' },
  };
  return matrixFelder.map((key) => ({ key, ...columns[key] }));
}

/** The cells of a statement as the matrix shows them. */
export function matrixValues(stand: Stand | null): MatrixValues {
  return Object.fromEntries(matrixFelder.map((feld) => [feld, String(stand?.[feld] ?? '')]));
}

/** What changed cells mean: a new number of cases counts as counted; one that is taken away takes its year along. */
export function eingabeOfCells(values: MatrixValues, stand: Stand | null): StandEingabe {
  if (values.fallzahl === '') return { ...values, fallzahlJahr: null, fallzahlArt: null };
  return values.fallzahl !== undefined && stand?.fallzahlArt == null
    ? { ...values, fallzahlArt: 'gezaehlt' }
    : values;
}
