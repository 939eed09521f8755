import { z } from 'zod';
import type { PopulationPreview } from '../use-cases/report-population.ts';

export const populationSchema = z.object({
  neu: z.int(),
  geaendert: z.int(),
  gleich: z.int(),
  ausserhalb: z.int().describe('für Tage, die kein Stichtag nach § 4 GO NRW sind'),
  probleme: z.array(z.object({ zeile: z.int(), message: z.string() })),
});

/** What a table changes, in numbers, with its broken lines. */
export function populationJson({ neu, geaendert, gleich, ausserhalb, probleme }: PopulationPreview) {
  return {
    neu: neu.length,
    geaendert: geaendert.length,
    gleich,
    ausserhalb,
    probleme: probleme.map(({ line, message }) => ({ zeile: line, message })),
  };
}
