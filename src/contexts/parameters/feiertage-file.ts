import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { evidenceGrades, localDate } from '#kernel';
import type { Feiertagsregel } from './domain/feiertage.ts';

const art = z.union([
  z.strictObject({ fest: z.string().regex(/^\d{2}-\d{2}$/) }),
  z.strictObject({ ostern: z.int() }),
  z.strictObject({ buss: z.literal(true) }),
  z.strictObject({ am: z.iso.date().transform((day) => localDate(day)) }),
]);

const zeile = z.strictObject({
  name: z.string(),
  art,
  laender: z.array(z.string().regex(/^(\*|\d{2})$/)),
  vonJahr: z.int().nullable(),
  bisJahr: z.int().nullable(),
  teilweise: z.string().nullable(),
  quelle: z.strictObject({ title: z.string(), url: z.string().nullable() }),
  evidenz: z.enum(evidenceGrades),
});

/** The holidays of all Länder as the product ships them, each with its source; what is an assumption says so in it. */
export function readFeiertage(dataFolder: string): readonly Feiertagsregel[] {
  const text = readFileSync(join(dataFolder, 'feiertage', 'feiertage.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => zeile.parse(JSON.parse(line)));
}
