import { addedFields, type Feld } from '#fields';
import type { LoesungInhalt } from '../domain/loesung.ts';
import { tableFields } from '../views/loesung-table.ts';

/** A value that a row changes. */
export interface RowChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What two contents say differently, by the labels of the columns; own fields by theirs. */
export function changesOf(
  before: LoesungInhalt | null,
  after: LoesungInhalt,
  felder: readonly Feld[],
): readonly RowChange[] {
  const declared = tableFields.map(({ label, write }) => ({
    field: label,
    before: before === null ? '' : write(before),
    after: write(after),
  }));
  const labels = new Map(addedFields(felder).map(({ key, label }) => [key, label]));
  const keys = new Set([...Object.keys(before?.felder ?? {}), ...Object.keys(after.felder)]);
  const own = [...keys].map((key) => ({
    field: labels.get(key) ?? key,
    before: before?.felder[key] ?? '',
    after: after.felder[key] ?? '',
  }));
  return [...declared, ...own].filter((change) => change.before !== change.after);
}
