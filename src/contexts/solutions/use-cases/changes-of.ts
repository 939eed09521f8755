import type { LoesungInhalt } from '../domain/loesung.ts';
import { tableFields } from '../views/loesung-table.ts';

/** A value that a row changes. */
export interface RowChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What two contents say differently, by the labels of the columns. */
export function changesOf(before: LoesungInhalt | null, after: LoesungInhalt): readonly RowChange[] {
  return tableFields.flatMap(({ label, write }) => {
    const change = { field: label, before: before === null ? '' : write(before), after: write(after) };
    return change.before === change.after ? [] : [change];
  });
}
