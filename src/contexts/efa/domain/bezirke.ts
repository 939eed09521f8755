import type { FieldProblem } from '#kernel';
import type { ParameterDefinition, ParameterValue } from './onlinedienst.ts';

/** Where an Antrag comes from, as far as its answers say. */
export interface Ort {
  readonly plz?: string | undefined;
  readonly ortsteil?: string | undefined;
}

/** A district and the Zustellpunkt that answers for it. */
export interface Bezirk {
  readonly bezirk: string;
  readonly ziel: string;
}

/** The rows of a table of districts; what is no such row is left out. */
export function bezirkeIn(value: ParameterValue | null | undefined): readonly Bezirk[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null || !('bezirk' in row) || !('ziel' in row)) return [];
    const { bezirk, ziel } = row;
    return typeof bezirk === 'string' && typeof ziel === 'string' ? [{ bezirk, ziel }] : [];
  });
}

/** The Zustellpunkt of the district of a place: its Ortsteil says more than its Postleitzahl. */
export function zielIn(bezirke: readonly Bezirk[], { plz, ortsteil }: Ort): string | null {
  const wanted = [ortsteil, plz].flatMap((each) => (each ? [foldBezirk(each)] : []));
  for (const name of wanted) {
    const found = bezirke.find(({ bezirk }) => foldBezirk(bezirk) === name);
    if (found) return found.ziel;
  }
  return null;
}

/** A district as it is compared: case and spaces do not count. */
export function foldBezirk(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** Districts that are named twice: an Antrag from there would have two offices. */
export function bezirkProblems(
  definitions: readonly ParameterDefinition[],
  values: Readonly<Record<string, ParameterValue | null>>,
): readonly FieldProblem[] {
  return definitions
    .filter(({ columns }) => columns.some(({ id }) => id === 'bezirk'))
    .flatMap(({ id, label }) => {
      const seen = new Map<string, number>();
      return bezirkeIn(values[id]).flatMap(({ bezirk }, index) => {
        const before = seen.get(foldBezirk(bezirk));
        seen.set(foldBezirk(bezirk), before ?? index);
        if (before === undefined) return [];
        const message = `„${label}“, Zeile ${index + 1}: „${bezirk}“ steht schon in Zeile ${before + 1}. Jeder Bezirk gehört zu genau einer Stelle.`;
        return [{ field: `${id}.${index}.bezirk`, message }];
      });
    });
}
