import { z } from 'zod';
import { limits } from '../limits.ts';
import { idSchema, textSchema } from './basic-schemas.ts';

const columnSchema = z.strictObject({
  type: z.enum(['text', 'integer', 'decimal', 'money', 'boolean', 'date', 'texts']),
  label: textSchema,
  hint: textSchema.optional(),
  optional: z.boolean().optional(),
});

export type ColumnDefinition = z.infer<typeof columnSchema>;

const about = {
  label: textSchema,
  help: textSchema.optional(),
  filledBy: z.enum(['kommune', 'it-dienstleister']).describe('Wer den Wert einträgt'),
  optional: z.boolean().optional(),
  norm: textSchema.optional().describe('Woraus der Wert folgt, zum Beispiel die Satzung'),
};

export const parameterSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), ...about }),
  z.strictObject({ type: z.literal('url'), ...about }),
  z.strictObject({
    type: z.literal('integer'),
    ...about,
    min: z.number().int().optional(),
    max: z.number().int().optional(),
  }),
  z.strictObject({ type: z.literal('decimal'), ...about }),
  z.strictObject({ type: z.literal('money'), ...about }).describe('In Cent'),
  z.strictObject({ type: z.literal('boolean'), ...about }),
  z.strictObject({ type: z.literal('date'), ...about }),
  z.strictObject({ type: z.literal('texts'), ...about }),
  z.strictObject({
    type: z.literal('table'),
    ...about,
    columns: z.record(idSchema, columnSchema),
    minRows: z.number().int().min(0).optional(),
    maxRows: z.number().int().min(1).max(limits.parameterRows).optional(),
  }),
]);

/** One value that a Kommune gives, with its type, its label and who fills it in. */
export type ParameterDefinition = z.infer<typeof parameterSchema>;

export const parametersSchema = z.record(idSchema, parameterSchema);

/** All values that a Kommune gives for one Onlinedienst, by name. */
export type ParameterDefinitions = z.infer<typeof parametersSchema>;
