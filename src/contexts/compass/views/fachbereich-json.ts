import { z } from 'zod';
import { type Fachbereiche, personRollen, regelArten } from '../domain/fachbereich.ts';
import type { Person } from '../doors-deps.ts';

export const fachbereicheSchema = z.object({
  fachbereiche: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      fassung: z.number(),
      endetAm: z.string().nullable(),
      regeln: z.array(z.object({ art: z.enum(regelArten), ziel: z.string() })),
      personen: z.array(
        z.object({
          id: z.string(),
          mitgliedId: z.string(),
          name: z.string(),
          rolle: z.enum(personRollen),
          von: z.string(),
          bis: z.string().nullable(),
        }),
      ),
    }),
  ),
});

/** The Fachbereiche of a Kommune with their rules and people. */
export function fachbereicheJson(
  { fachbereiche, regeln, personen }: Fachbereiche,
  namen: readonly Person[],
): z.input<typeof fachbereicheSchema> {
  const nameOf = new Map(namen.map(({ id, name }) => [id, name]));
  return {
    fachbereiche: fachbereiche.map((each) => ({
      ...each,
      regeln: regeln
        .filter(({ fachbereichId }) => fachbereichId === each.id)
        .map(({ art, ziel }) => ({ art, ziel })),
      personen: personen
        .filter(({ fachbereichId }) => fachbereichId === each.id)
        .map(({ id, mitgliedId, rolle, von, bis }) => ({
          id,
          mitgliedId,
          name: nameOf.get(mitgliedId) ?? mitgliedId,
          rolle,
          von,
          bis,
        })),
    })),
  };
}
