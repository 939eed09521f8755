import { z } from 'zod';
import { previewSchema } from './preview.ts';

export const columnsSchema = z
  .record(z.string(), z.int().min(0).max(199))
  .describe('Feld zu Spalte, von 0 gezählt');

export const fileSchema = z.strictObject({
  name: z.string().min(1).max(120),
  base64: z.base64().max(14_000_000),
  spalten: columnsSchema.optional(),
});

export const orderSchema = z.strictObject({
  leistungen: fileSchema.optional(),
  ozg: fileSchema.optional(),
  stand: z.string().describe('JJJJ-MM-TT'),
  quelle: z.string().max(500),
  quelleUrl: z.string().max(500).default(''),
  lizenz: z.string().max(200),
  teilliste: z.boolean().default(false),
});

export const stateSchema = z.object({
  state: z.enum(['queued', 'running', 'done', 'failed']),
  percent: z.int(),
  message: z.string(),
  uebernahme: z.unknown(),
  vorschau: previewSchema.nullable(),
});

export const begun = z.object({ upload: z.uuid() });

export const idParams = z.object({ upload: z.string().max(60) });
