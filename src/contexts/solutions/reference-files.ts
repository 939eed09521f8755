import { z } from 'zod';
import type { ReferenceFormat } from '#platform';
import { inhaltSchema } from './inhalt-schema.ts';

const loesungRow = inhaltSchema.omit({ felder: true }).extend({ id: z.string().regex(/^[a-z0-9-]{1,80}$/) });

export type LoesungRow = z.infer<typeof loesungRow>;

export interface LoesungenRows {
  readonly loesungen: LoesungRow;
}

/** The shipped Lösungen, one line each with its own source, day and grade. */
export const loesungenFormats: {
  readonly [Satz in keyof LoesungenRows]: ReferenceFormat<LoesungenRows[Satz]>;
} = {
  loesungen: {
    file: 'loesungen/loesungen.jsonl',
    format: 'leitwerk.loesungen/1',
    row: loesungRow,
    key: ['id'],
  },
};
