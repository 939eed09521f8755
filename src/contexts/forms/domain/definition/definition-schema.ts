import { z } from 'zod';
import { limits } from '../limits.ts';
import {
  expressionSchema,
  idSchema,
  languageSchema,
  slugSchema,
  sourceSchema,
  textSchema,
} from './basic-schemas.ts';
import { fieldSchema } from './field-schema.ts';
import { codeListSchema } from './option-schema.ts';

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
  questions: z
    .enum(['together', 'one-by-one'])
    .optional()
    .describe('one-by-one stellt jede Frage auf einer Seite für sich; Vorgabe: wie das Formular'),
  source: sourceSchema.optional(),
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

const ruleSchema = z
  .strictObject({
    id: idSchema,
    text: textSchema.describe('Die Regel in Worten, wie die Vorlage sie nennt'),
    field: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*){0,2}$/)
      .optional()
      .describe('Bei welchem Feld sie geprüft wird, in Gruppen mit deren Namen: hunde.chip'),
    holds: expressionSchema.optional().describe('Was gelten muss, wenn dieses Feld beantwortet ist'),
    message: textSchema.optional(),
    state: z
      .enum(['open', 'done', 'in-condition', 'waived'])
      .describe(
        'open: noch zu tun; done: umgesetzt mit der Prüfung in holds; in-condition: umgesetzt durch Bedingungen, Pflichten oder Auswahl; waived: entfällt, bewusst nicht umgesetzt',
      ),
    note: textSchema.optional().describe('Was der Autor dazu festhält'),
    source: sourceSchema.optional(),
  })
  .describe('Regel der Vorlage neben ihrer Umsetzung; ohne holds gilt sie nur auf dem Papier');

export type RuleDefinition = z.infer<typeof ruleSchema>;

const translationSchema = z
  .record(z.string().min(1).max(300), textSchema)
  .describe(
    'Texte nach ihrem Platz: „page.person.title“, „field.hunde.chip.label“; fehlt einer, gilt der deutsche',
  );

export const definitionSchema = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('leitwerk/formular@1'),
    id: slugSchema,
    version: z.number().int().min(1),
    title: textSchema,
    language: languageSchema.optional().describe('Sprache der Texte; Vorgabe: de'),
    questions: z.enum(['together', 'one-by-one']).optional().describe('Vorgabe: together'),
    source: sourceSchema.optional(),
    codeLists: z.record(idSchema, codeListSchema).optional(),
    pages: z.array(pageSchema).min(1).max(limits.pages),
    rules: z.array(ruleSchema).max(limits.rules).optional(),
    fee: z
      .strictObject({ note: textSchema.optional(), lines: z.array(feeLineSchema).min(1).max(50) })
      .optional(),
    translations: z.record(languageSchema, translationSchema).optional(),
  })
  .describe('Formular eines Onlinedienstes');

/** A form as its author wrote it, well shaped but not yet proven (see `compileForm`). */
export type Definition = z.infer<typeof definitionSchema>;

export type FeeLine = z.infer<typeof feeLineSchema>;
