import { z } from 'zod';
import { limits } from '../limits.ts';
import { expressionSchema, idSchema, textSchema } from './basic-schemas.ts';

const common = {
  id: idSchema,
  label: textSchema,
  hint: textSchema.optional(),
  condition: expressionSchema.optional().describe('Das Feld erscheint nur, wenn die Bedingung gilt'),
};

const answered = {
  ...common,
  required: z
    .union([z.boolean(), expressionSchema])
    .optional()
    .describe('Vorgabe: ja; ein Ausdruck macht es von anderen Antworten abhängig'),
  messages: z
    .strictObject({ required: textSchema.optional(), invalid: textSchema.optional() })
    .optional()
    .describe('Eigene Meldungen statt der üblichen'),
  checks: z
    .array(z.strictObject({ holds: expressionSchema, message: textSchema }))
    .max(20)
    .optional()
    .describe('Was außerdem gelten muss, sobald eine gültige Antwort da ist'),
};

const autocomplete = z.string().max(60).optional().describe('Wert von autocomplete nach dem HTML-Standard');

const optionSchema = z.strictObject({
  value: idSchema,
  label: textSchema,
  hint: textSchema.optional(),
  condition: expressionSchema.optional(),
});

const optionsSchema = z.union([
  z.array(optionSchema).min(1).max(limits.optionsOfField),
  z
    .strictObject({
      from: idSchema.describe('Tabelle der Parameter'),
      value: idSchema.describe('Spalte mit dem Wert'),
      label: textSchema.describe('Text je Zeile, zum Beispiel {entry.name}'),
      hint: textSchema.optional(),
      condition: expressionSchema.optional().describe('Welche Zeilen zur Wahl stehen; entry.… ist die Zeile'),
    })
    .describe('Auswahl aus einer Tabelle der Parameter'),
]);

const wholeNumber = z.number().int();

export const simpleFieldSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    ...answered,
    autocomplete,
    minLength: wholeNumber.min(1).max(limits.textLength).optional(),
    maxLength: wholeNumber.min(1).max(limits.textLength).optional().describe('Vorgabe: 200'),
    characters: z.enum(['any', 'digits', 'letters']).optional(),
  }),
  z.strictObject({
    type: z.literal('multiline'),
    ...answered,
    maxLength: wholeNumber.min(1).max(limits.textLength).optional().describe('Vorgabe: 2.000'),
  }),
  z.strictObject({ type: z.literal('email'), ...answered }),
  z.strictObject({ type: z.literal('phone'), ...answered }),
  z.strictObject({
    type: z.literal('date'),
    ...answered,
    autocomplete,
    from: expressionSchema.optional().describe('Frühester Tag'),
    to: expressionSchema.optional().describe('Spätester Tag'),
  }),
  z.strictObject({
    type: z.literal('number'),
    ...answered,
    unit: z.string().min(1).max(20).optional(),
    decimals: wholeNumber.min(0).max(3).optional().describe('Vorgabe: 0'),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('money'),
    ...answered,
    minCents: wholeNumber.optional(),
    maxCents: wholeNumber.optional(),
  }),
  z.strictObject({ type: z.literal('yesno'), ...answered }),
  z.strictObject({
    type: z.literal('choice'),
    ...answered,
    display: z.enum(['radio', 'select']).optional().describe('Vorgabe: radio'),
    options: optionsSchema,
  }),
  z.strictObject({ type: z.literal('multichoice'), ...answered, options: optionsSchema }),
  z.strictObject({ type: z.literal('address'), ...answered }),
  z.strictObject({ type: z.literal('iban'), ...answered }),
  z.strictObject({ type: z.literal('plate'), ...answered }),
  z.strictObject({
    type: z.literal('file'),
    ...answered,
    types: z
      .array(z.enum(['pdf', 'jpg', 'png', 'heic', 'docx', 'odt', 'txt']))
      .min(1)
      .describe('Erlaubte Arten'),
    maxBytes: wholeNumber.min(1).max(200_000_000).optional().describe('Je Datei; Vorgabe: 10 MB'),
    maxCount: wholeNumber.min(1).max(limits.filesOfField).optional().describe('Vorgabe: 1'),
  }),
  z
    .strictObject({ type: z.literal('declaration'), ...answered })
    .describe('Erklärung oder Einwilligung: Der Text steht in label; required false macht sie freiwillig'),
  z.strictObject({
    type: z.literal('info'),
    ...common,
    text: textSchema.optional(),
    style: z.enum(['text', 'info', 'warning']).optional().describe('Vorgabe: text'),
    link: z
      .strictObject({ label: textSchema, href: textSchema.describe('Adresse mit https://, auch {param.…}') })
      .optional(),
  }),
  z.strictObject({
    type: z.literal('calculated'),
    ...common,
    value: expressionSchema,
    show: z.boolean().optional().describe('Vorgabe: nein'),
  }),
]);

export type SimpleField = z.infer<typeof simpleFieldSchema>;

export const groupSchema = z
  .strictObject({
    type: z.literal('group'),
    ...common,
    item: z.string().min(1).max(60).describe('Was eine Zeile ist: „Hund“ gibt „Hund 1“, „Hund 2“'),
    min: wholeNumber.min(0).max(limits.rowsOfGroup).optional().describe('Vorgabe: 1'),
    max: wholeNumber.min(1).max(limits.rowsOfGroup).optional().describe('Vorgabe: 20'),
    fields: z.array(simpleFieldSchema).min(1).max(limits.fieldsOnPage),
  })
  .describe('Felder, die sich wiederholen; in ihnen ist row.… die eigene Zeile');

export type GroupField = z.infer<typeof groupSchema>;

export type Field = SimpleField | GroupField;

export const fieldSchema = z.union([simpleFieldSchema, groupSchema]);
