import { type Feld, missingRequired, readValues } from '#fields';
import type { FieldProblem, LocalDate } from '#kernel';
import type { Stand, StandAenderung } from '../domain/stand.ts';

/** Fields that the house or its IT-Dienstleister added. */
export function hinzugefuegte(felder: readonly Feld[]): readonly Feld[] {
  return felder.filter(({ herkunft }) => herkunft !== 'system');
}

/** Reads the own fields of a change, which names all that shall hold, into the form in which they are kept. */
export function eigeneFelder(
  felder: readonly Feld[],
  current: Stand | null,
  aenderung: StandAenderung,
  heute: LocalDate,
): { readonly aenderung: StandAenderung; readonly problems: readonly FieldProblem[] } {
  const given = aenderung.felder;
  if (given === undefined) return { aenderung, problems: [] };
  const eigene = hinzugefuegte(felder);
  const before = current?.felder ?? {};
  const known = new Set(eigene.map(({ key }) => key));
  const read = readValues(eigene, (key) => given[key] ?? '', before, heute);
  const unknown = Object.keys(given).filter((key) => !known.has(key) && given[key] !== before[key]);
  return {
    aenderung: { ...aenderung, felder: read.werte },
    problems: [...read.problems, ...unknown.map(unknownField)],
  };
}

function unknownField(key: string): FieldProblem {
  const name = key.slice(0, 60);
  return {
    field: `feld.${key}`,
    message: `Ein eigenes Feld „${name}“ gibt es nicht. Bitte legen Sie es unter „Felder“ an oder lassen Sie es weg.`,
  };
}

/** The required fields that say nothing; a declared one goes by the name that it has in the form. */
export function fehlendePflicht(
  felder: readonly Feld[],
  stand: Stand,
  heute: LocalDate,
): readonly FieldProblem[] {
  const declared = new Set(felder.filter(({ herkunft }) => herkunft === 'system').map(({ key }) => key));
  return missingRequired(felder, { ...stand, ...stand.felder }, heute).map(({ field, message }) => {
    const key = field.replace(/^feld\./, '');
    return { field: declared.has(key) ? key : field, message };
  });
}
