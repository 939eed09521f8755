import { z } from 'zod';
import { evidenceGrades, ok, type Result } from '#kernel';
import { type ReferenceFile, type ReferenceFormat, readReferenceFiles } from '#platform';
import type { Reifegradmodelle } from './domain/apply-reifegrad.ts';
import type { Kriterium, Reifegradmodell } from './domain/reifegrad.ts';

const row = z.strictObject({
  kriterium: z.string().regex(/^[a-z-]+$/),
  nummer: z.number().int().positive(),
  name: z.string().min(1),
  fallsErforderlich: z.boolean(),
  stufe: z.number().int().min(0).max(7),
  text: z.string().min(1),
  aufwand: z.number().int().min(0).max(5),
  wartetAuf: z.string().nullable(),
  evidenz: z.enum(evidenceGrades),
  quelle: z.string().min(1),
  quelleUrl: z.string().regex(/^https?:\/\//),
});

type Row = z.output<typeof row>;

const formatOf = (name: string): ReferenceFormat<Row> => ({
  file: `reifegrad/modell-${name}.jsonl`,
  format: 'leitwerk.reifegrad/1',
  row,
  key: ['kriterium', 'stufe'],
});

/** Reads both maturity models from the data folder. Refuses with `REFERENCE_FILE_INVALID` as every reference file. */
export function readReifegradmodelle(dataFolder: string): Result<Reifegradmodelle> {
  const read = readReferenceFiles(dataFolder, { modell11: formatOf('1.1'), modell20: formatOf('2.0') });
  if (!read.ok) return read;
  const { modell11, modell20 } = read.value.files;
  return ok({ modell11: modellOf('1.1', 4, modell11), modell20: modellOf('2.0', 7, modell20) });
}

function modellOf(
  name: Reifegradmodell['name'],
  hoechste: number,
  { kopf, rows }: ReferenceFile<Row>,
): Reifegradmodell {
  const { hinweis, quelle, quelleUrl } = kopf;
  const byKey = Map.groupBy(rows, ({ kriterium }) => kriterium);
  return { name, hoechste, hinweis, quelle, quelleUrl, kriterien: [...byKey].map(kriteriumOf) };
}

function kriteriumOf([key, rows]: [string, readonly Row[]]): Kriterium {
  const [first] = rows;
  if (first === undefined) throw new Error('a group without rows');
  const stufen = rows
    .map(({ stufe, text, aufwand, wartetAuf }) => ({ stufe, text, aufwand, wartetAuf }))
    .toSorted((a, b) => a.stufe - b.stufe);
  const { name, fallsErforderlich, evidenz } = first;
  return { key, name, fallsErforderlich, evidenz, stufen };
}
