import { z } from 'zod';
import { limits } from '../limits.ts';
import { expressionSchema, idSchema, slugSchema, textSchema } from './basic-schemas.ts';
import { fieldSchema } from './field-schema.ts';

const pageSchema = z.strictObject({
  id: slugSchema,
  title: textSchema,
  lead: textSchema.optional(),
  condition: expressionSchema
    .optional()
    .describe('Die Seite gehört nur dann zum Weg, wenn die Bedingung gilt'),
  exit: z
    .boolean()
    .optional()
    .describe('Der Weg endet hier: Dieser Onlinedienst ist nicht der richtige, der Text führt weiter'),
  fields: z.array(fieldSchema).max(limits.fieldsOnPage),
});

export type PageDefinition = z.infer<typeof pageSchema>;

const feeLineSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  leika: z
    .string()
    .regex(/^99\d{12}$/)
    .optional()
    .describe('Zu welcher Leistung der Betrag gehört'),
  forEach: idSchema.optional().describe('Eine Zeile je Zeile dieser Gruppe; row.… ist die Zeile'),
  condition: expressionSchema.optional(),
  amount: expressionSchema.describe('Geldbetrag'),
  period: z.enum(['once', 'yearly']).optional().describe('Vorgabe: once'),
});

export const definitionSchema = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('leitwerk/formular@1'),
    id: slugSchema,
    version: z.number().int().min(1),
    title: textSchema,
    pages: z.array(pageSchema).min(1).max(limits.pages),
    fee: z
      .strictObject({ note: textSchema.optional(), lines: z.array(feeLineSchema).min(1).max(50) })
      .optional(),
  })
  .describe('Formular eines Onlinedienstes');

/** A form as its author wrote it, well shaped but not yet proven (see `compileForm`). */
export type Definition = z.infer<typeof definitionSchema>;

export type FeeLine = z.infer<typeof feeLineSchema>;
