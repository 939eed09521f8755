import { z } from 'zod';
import type { ImportPlan } from '../use-cases/plan-import.ts';

export const planJson = z.object({
  zeilen: z.int(),
  unveraendert: z.int(),
  fehlerhaft: z.int(),
  nichtGelesen: z.array(z.string()),
  geplant: z.array(
    z.object({
      zeile: z.int(),
      art: z.enum(['neu', 'geaendert']),
      id: z.string().nullable(),
      name: z.string(),
      aenderungen: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  probleme: z.array(
    z.object({ line: z.int(), column: z.string().nullable(), value: z.string(), message: z.string() }),
  ),
});

/** What a table would do, for the API and the command line. */
export function jsonOfPlan({ total, unchanged, brokenRows, ignored, planned, problems }: ImportPlan) {
  return {
    zeilen: total,
    unveraendert: unchanged,
    fehlerhaft: brokenRows,
    nichtGelesen: ignored,
    geplant: planned.map(({ line, kind, id, inhalt, changes }) => ({
      zeile: line,
      art: kind,
      id,
      name: inhalt.name,
      aenderungen: changes,
    })),
    probleme: problems,
  };
}
