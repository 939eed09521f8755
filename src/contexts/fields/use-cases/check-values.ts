import type { FieldProblem, LocalDate } from '#kernel';
import { completeness, type Vollstaendigkeit } from '../domain/completeness.ts';
import type { Feld } from '../domain/feld.ts';
import { type EigeneWerte, readValues } from '../domain/read-values.ts';
import { missingRequired } from '../domain/required.ts';

/** What became of values that somebody tried: as they would be kept, what does not fit, and how complete they are. */
export interface Pruefung {
  readonly werte: EigeneWerte;
  readonly problems: readonly FieldProblem[];
  readonly vollstaendigkeit: Vollstaendigkeit;
}

/** Tries values against the fields of a day. What was typed and does not fit is not told again as missing. */
export function checkValues(
  felder: readonly Feld[],
  typed: (key: string) => string | null,
  day: LocalDate,
): Pruefung {
  const { werte, problems } = readValues(felder, typed, {}, day);
  const wrong = new Set(problems.map(({ field }) => field));
  const missing = missingRequired(felder, werte, day).filter(({ field }) => !wrong.has(field));
  return { werte, problems: [...problems, ...missing], vollstaendigkeit: completeness(felder, werte, day) };
}
