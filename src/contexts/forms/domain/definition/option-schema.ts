import { z } from 'zod';
import { limits } from '../limits.ts';
import { codeSchema, expressionSchema, idSchema, sourceSchema, textSchema } from './basic-schemas.ts';

const optionSchema = z.strictObject({
  value: codeSchema,
  label: textSchema,
  hint: textSchema.optional(),
  condition: expressionSchema.optional(),
});

const fromTableSchema = z
  .strictObject({
    from: idSchema.describe('Tabelle der Parameter'),
    value: idSchema.describe('Spalte mit dem Wert'),
    label: textSchema.describe('Text je Zeile, zum Beispiel {entry.name}'),
    hint: textSchema.optional(),
    condition: expressionSchema.optional().describe('Welche Zeilen zur Wahl stehen; entry.… ist die Zeile'),
  })
  .describe('Auswahl aus einer Tabelle der Parameter');

const fromListSchema = z
  .strictObject({
    list: idSchema.describe('Codeliste des Formulars (codeLists)'),
    condition: expressionSchema
      .optional()
      .describe('Welche Einträge zur Wahl stehen; entry.value und entry.label sind der Eintrag'),
  })
  .describe('Auswahl aus einer Codeliste');

export const optionsSchema = z.union([
  z.array(optionSchema).min(1).max(limits.optionsOfField),
  fromTableSchema,
  fromListSchema,
]);

export type Options = z.infer<typeof optionsSchema>;
export type FixedOptions = z.infer<typeof optionSchema>[];
export type TableOptions = z.infer<typeof fromTableSchema>;
export type ListOptions = z.infer<typeof fromListSchema>;

export const codeListSchema = z
  .strictObject({
    title: textSchema,
    urn: z.string().min(1).max(300).optional().describe('Kennung der Liste, zum Beispiel im XRepository'),
    version: z.string().min(1).max(60).optional(),
    source: sourceSchema.optional(),
    entries: z
      .array(
        z.strictObject({
          value: codeSchema,
          label: z.string().min(1).max(1_000),
          hint: textSchema.optional(),
        }),
      )
      .min(1)
      .max(limits.entriesOfList),
  })
  .describe('Codeliste, die mehrere Felder benutzen können');

/** Values and their words, which several fields may offer. */
export type CodeList = z.infer<typeof codeListSchema>;
