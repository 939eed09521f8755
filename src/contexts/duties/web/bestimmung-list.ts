import { type ListDefinition, textLink } from '#ui';
import type { Angabe } from '../domain/angabe.ts';
import type { DutiesWorld } from '../duties-world.ts';

/** A statement with the names that a reader wants. */
export interface AngabeRow {
  readonly angabe: Angabe;
  readonly kommune: string;
  readonly aufgabe: string;
  readonly state: string;
}

const stateLabel = { bestaetigt: 'bestätigt', abgelehnt: 'abgelehnt' } as const;

/** What became of a statement, in a word. */
export function stateOf({ entscheidung }: Angabe): string {
  return entscheidung === null ? 'wartet auf Bestätigung' : stateLabel[entscheidung];
}

/** Statements with names instead of keys. */
export function angabeRows({ duties }: DutiesWorld, angaben: readonly Angabe[]): readonly AngabeRow[] {
  return angaben.map((angabe) => ({
    angabe,
    kommune: duties.bodyByAgs.get(angabe.ags)?.name ?? angabe.ags,
    aufgabe:
      duties.facts.regelwerk.regeln.find(({ aufgabeId }) => aufgabeId === angabe.aufgabeId)?.aufgabe ??
      angabe.aufgabeId,
    state: stateOf(angabe),
  }));
}

export const angabenDefinition: ListDefinition<AngabeRow> = {
  id: 'bestimmungen',
  defaultSort: { key: 'am', descending: true },
  search: (row) => `${row.kommune} ${row.aufgabe} ${row.angabe.source.title}`,
  columns: [
    {
      key: 'kommune',
      label: 'Kommune',
      value: (row) => row.kommune,
      cell: (row) => textLink(`/bestimmungen/${row.angabe.id}`, row.kommune),
      sortable: true,
    },
    { key: 'aufgabe', label: 'Aufgabe', value: (row) => row.aufgabe, sortable: true, width: 'wide' },
    { key: 'bestimmt', label: 'Bestimmt', value: (row) => row.angabe.bestimmt },
    { key: 'von', label: 'Gilt ab', kind: 'date', value: (row) => row.angabe.validFrom, sortable: true },
    { key: 'stand', label: 'Stand', value: (row) => row.state, sortable: true },
    { key: 'quelle', label: 'Quelle', value: (row) => row.angabe.source.title, exportOnly: true },
    {
      key: 'am',
      label: 'Angegeben am',
      kind: 'date',
      value: (row) => row.angabe.angegebenAm.toISOString().slice(0, 10),
      sortable: true,
    },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Stand',
      options: ['wartet auf Bestätigung', 'bestätigt', 'abgelehnt'].map((value) => ({ value, label: value })),
      values: (row) => row.state,
    },
  ],
};
