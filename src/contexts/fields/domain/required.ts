import type { FieldProblem, LocalDate } from '#kernel';
import { type Feld, type Feldwerte, giltAm, istAusgefuellt } from './feld.ts';
import { feldName } from './read-values.ts';

/** The required fields of a day that say nothing. Of a group with a required field one must. */
export function missingRequired(
  felder: readonly Feld[],
  werte: Feldwerte,
  day: LocalDate,
): readonly FieldProblem[] {
  const current = felder.filter((feld) => giltAm(feld, day));
  const filled = (feld: Feld) => istAusgefuellt(Object.hasOwn(werte, feld.key) ? werte[feld.key] : null);
  const told = new Set<string>();
  return current
    .filter(({ pflicht }) => pflicht)
    .flatMap((feld): readonly FieldProblem[] => {
      const group = feld.gruppe === null ? [feld] : current.filter(({ gruppe }) => gruppe === feld.gruppe);
      if (group.some(filled) || (feld.gruppe !== null && told.has(feld.gruppe))) return [];
      if (feld.gruppe !== null) told.add(feld.gruppe);
      const names = group.map(({ label }) => `„${label}“`).join(' oder ');
      return [{ field: feldName(feld.key), message: `Bitte füllen Sie ${names} aus.` }];
    });
}
