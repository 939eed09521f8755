import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { parseAenderung, type StandEingabe } from './parse-aenderung.ts';
import type { SammelWunsch } from './sammel.ts';

/** The word with which a bulk change asks for „keine Angabe“ in the place of a Zustand. */
export const keineAngabeWort = 'keine-angabe';

/** Parses a change of many cells, which may also take their statements back. */
export function parseWunsch(
  eingabe: StandEingabe,
): Result<Pick<SammelWunsch, 'aenderung' | 'zuruecknehmen'>, readonly FieldProblem[]> {
  if (eingabe.zustand === keineAngabeWort) {
    const alone = Object.values(eingabe).filter((value) => value !== undefined).length === 1;
    return alone
      ? ok({ aenderung: {}, zuruecknehmen: true })
      : refuse([
          {
            field: 'zustand',
            message: '„keine Angabe“ nimmt die ganze Angabe zurück. Bitte nennen Sie dann kein anderes Feld.',
          },
        ]);
  }
  const parsed = parseAenderung(eingabe);
  return parsed.ok ? ok({ aenderung: parsed.value }) : parsed;
}
