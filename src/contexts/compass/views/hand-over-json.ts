import { z } from 'zod';
import type { UebergabeVorschau } from '../use-cases/hand-over.ts';

export const vorschauSchema = z.object({
  anzahl: z.number(),
  leistungen: z.array(z.string()),
  fachbereiche: z.array(z.string()),
});

/** What a hand-over moves. */
export function vorschauJson({ staende, personen }: UebergabeVorschau): z.input<typeof vorschauSchema> {
  return {
    anzahl: staende.length + personen.length,
    leistungen: staende.map(({ leistungId }) => leistungId),
    fachbereiche: personen.map(({ fachbereichId }) => fachbereichId),
  };
}
