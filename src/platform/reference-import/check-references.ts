import type { FieldProblem } from '#kernel';
import { lineOfRow, type ReferenceFile } from './read-reference-file.ts';
import { placeOf } from './reference-refusal.ts';

/** The rows whose `field` names something that `known` does not hold; null names nothing and is fine. */
export function danglingReferences<T, K extends keyof T & string>(
  file: ReferenceFile<T>,
  field: K,
  known: ReadonlySet<T[K]>,
  target: string,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [index, row] of file.rows.entries()) {
    const value = row[field];
    if (value === null || known.has(value)) continue;
    const message = `„${String(value)}“ steht nicht in ${target}. Bitte dort ergänzen oder hier berichtigen.`;
    problems.push({ field: placeOf(file.file, lineOfRow(index), field), message });
  }
  return problems;
}
