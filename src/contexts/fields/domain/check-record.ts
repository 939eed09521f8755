import type { FieldProblem, LocalDate } from '#kernel';
import type { Feld, Feldwerte } from './feld.ts';
import { type EigeneWerte, feldName, type GeleseneWerte, readValues } from './read-values.ts';
import { missingRequired } from './required.ts';

/** Fields that an organisation added. */
export function addedFields(felder: readonly Feld[]): readonly Feld[] {
  return felder.filter(({ herkunft }) => herkunft !== 'system');
}

/** Reads own values by key: what is not named stays, a blank one goes, and a key that nobody knows is told. */
export function readNamedValues(
  felder: readonly Feld[],
  given: EigeneWerte,
  before: EigeneWerte,
  day: LocalDate,
): GeleseneWerte {
  const added = addedFields(felder);
  const known = new Set(added.map(({ key }) => key));
  const read = readValues(added, (key) => given[key] ?? null, before, day);
  const unknown = Object.keys(given).filter(
    (key) => !known.has(key) && given[key] !== '' && given[key] !== before[key],
  );
  return { werte: read.werte, problems: [...read.problems, ...unknown.map(unknownField)] };
}

function unknownField(key: string): FieldProblem {
  const message = `Ein eigenes Feld „${key.slice(0, 60)}“ gibt es nicht. Bitte legen Sie es unter „Felder“ an oder lassen Sie es weg.`;
  return { field: feldName(key), message };
}

/** The required fields that say nothing, a declared one under the name that it has in the form of its context. */
export function missingInForm(
  felder: readonly Feld[],
  werte: Feldwerte,
  day: LocalDate,
): readonly FieldProblem[] {
  const added = new Set(addedFields(felder).map(({ key }) => feldName(key)));
  return missingRequired(felder, werte, day).map(({ field, message }) => ({
    field: added.has(field) ? field : field.replace(/^feld\./, ''),
    message,
  }));
}
