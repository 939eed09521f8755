import { z } from 'zod';
import { evidenceGrades } from '#kernel';

/** The first line of a reference file: what it is, where it comes from, how good it is, how long it is. */
export const kopfSchema = z.strictObject({
  format: z.string().min(1),
  titel: z.string().min(1),
  stand: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  quelle: z.string().min(1),
  quelleUrl: z
    .string()
    .regex(/^https?:\/\//)
    .nullable(),
  lizenz: z.string().min(1),
  evidenz: z.enum(evidenceGrades),
  hinweis: z.string(),
  zeilen: z.int().nonnegative(),
});

export type Kopf = z.infer<typeof kopfSchema>;
