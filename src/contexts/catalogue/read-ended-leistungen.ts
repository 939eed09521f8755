import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { evidenceGrades, ok, parseLocalDate, type Result } from '#kernel';
import { type ReferenceFormat, readReferenceFiles } from '#platform';
import type { Leistungsende } from './domain/ended.ts';

const folderName = 'katalog-ende';

const day = z.string().transform((text, context) => {
  const date = parseLocalDate(text);
  if (date.ok) return date.value;
  context.addIssue({ code: 'custom', message: date.refusal.message });
  return z.NEVER;
});

const endeRow = z.strictObject({
  leistungId: z.string().regex(/^L\d{5}$/),
  leika: z.string().regex(/^99\d{12}$/),
  name: z.string().min(1),
  endetAm: day.nullable(),
  grund: z.string().min(1),
  quelle: z.string().min(1),
  quelleUrl: z
    .string()
    .regex(/^https?:\/\//)
    .nullable(),
  gelesenAm: day,
  evidenz: z.enum(evidenceGrades),
  hinweis: z.string().nullable(),
});

function formatOf(file: string): ReferenceFormat<Leistungsende> {
  return { file, format: 'leitwerk.katalog-ende/1', row: endeRow, key: ['leistungId'] };
}

/**
 * Reads what is known of the end of Leistungen, from all files of `katalog-ende/` in the data folder. Refuses with
 * `REFERENCE_FILE_INVALID` as every reference file.
 */
export function readEndedLeistungen(dataFolder: string): Result<readonly Leistungsende[]> {
  const names = readdirSync(join(dataFolder, folderName))
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted();
  const facts: Leistungsende[] = [];
  for (const name of names) {
    const read = readReferenceFiles(dataFolder, { ende: formatOf(`${folderName}/${name}`) });
    if (!read.ok) return read;
    facts.push(...read.value.files.ende.rows);
  }
  return ok(facts);
}
