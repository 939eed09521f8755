import { foldGerman } from '#kernel';
import type { CellProblem } from '#platform';
import type { Loesung, LoesungInhalt } from '../domain/loesung.ts';
import type { Register } from '../domain/register.ts';
import type { Blatt } from '../store-einlesung.ts';
import type { inputOfCells } from '../views/loesung-table.ts';
import { inputOf } from './input-of.ts';
import { changeable } from './keep-beitrag.ts';
import type { Head } from './read-head.ts';

/** A row of a table as it was uploaded. */
export type Row = Blatt['rows'][number];

/** Why a row is not taken: the column where it has one, what stands there, how to mend it. */
export interface RowProblem {
  readonly line: number;
  readonly column: string | null;
  readonly value: string;
  readonly message: string;
}

/** About which Lösung a row is. */
export interface Target {
  /** Null where the row is about a new Lösung. */
  readonly loesung: Loesung | null;
  readonly problem: RowProblem | null;
}

/** Finds the Lösung of a row by its id; a new one must not bear a name that is taken. */
export function targetOf(
  register: Register,
  id: string,
  name: string,
  problem: (field: string, message: string) => RowProblem,
): Target {
  const found = register.byId.get(id) ?? null;
  // An offered Onlinedienst stands in every export; a row that changes nothing about it is no mistake.
  if (found?.herkunft === 'angebot') return { loesung: found, problem: null };
  if (id !== '') {
    const open = changeable(register, id, null);
    return { loesung: found, problem: open.ok ? null : problem('id', open.refusal.message) };
  }
  const folded = foldGerman(name.trim());
  const same = register.loesungen.find(({ fassungen }) => {
    const known = fassungen.at(-1)?.inhalt?.name;
    return known !== undefined && foldGerman(known) === folded;
  });
  const message = `Eine Lösung mit diesem Namen steht schon im Register. Bitte ihre Kennung „${same?.id}“ eintragen oder den Namen unterscheiden.`;
  return { loesung: null, problem: same === undefined ? null : problem('name', message) };
}

/** A column that the table does not have leaves a known Lösung as it is. */
export function withKept(
  input: ReturnType<typeof inputOfCells>,
  { columnOf }: Head,
  before: LoesungInhalt | null,
): ReturnType<typeof inputOfCells> {
  if (before === null) return input;
  const known = inputOf(before);
  const kept = Object.fromEntries(
    Object.entries(known).filter(([field]) => field !== 'efa' && field !== 'felder' && !columnOf.has(field)),
  );
  const efa = Object.fromEntries(
    Object.entries(known.efa).map(([each, urteil]) => [
      each,
      columnOf.has(`efa-${each}`) ? (input.efa[each] ?? '') : urteil,
    ]),
  );
  return { ...input, ...kept, efa: { ...input.efa, ...efa } };
}

const faultText: Readonly<Record<CellProblem['fault'], (detail: string) => string>> = {
  formel: (detail) => `Hier steht eine Formel (${detail}). Bitte als Wert einfügen.`,
  verbunden: (detail) =>
    `Die Zellen ${detail} sind verbunden. Bitte die Verbindung aufheben und jede Zeile ausfüllen.`,
  fehlerwert: (detail) => `Hier steht ein Fehlerwert (${detail}). Bitte berichtigen.`,
};

/** What makes cells unfit to be taken. */
export function cellProblems(
  { line, cells, problems }: Row,
  { columnOf, labels }: Head,
): readonly RowProblem[] {
  const known = new Set(columnOf.values());
  return problems
    .filter(({ column }) => known.has(column))
    .map(({ column, fault, detail }) => ({
      line,
      column: labels[column] ?? null,
      value: (cells[column] ?? '').slice(0, 80),
      message: faultText[fault](detail),
    }));
}
