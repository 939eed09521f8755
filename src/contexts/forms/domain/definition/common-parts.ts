import { z } from 'zod';
import { expressionSchema, idSchema, sourceSchema, textSchema } from './basic-schemas.ts';

/** What every part of a page has. */
export const common = {
  id: idSchema,
  label: textSchema,
  hint: textSchema.optional(),
  help: textSchema.optional().describe('Längere Erklärung, die sich aufklappen lässt'),
  condition: expressionSchema.optional().describe('Der Teil erscheint nur, wenn die Bedingung gilt'),
  source: sourceSchema.optional(),
};

/** What every question has. */
export const answered = {
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
  prefill: z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*){1,3}$/)
    .optional()
    .describe(
      'Woraus die Antwort vorbelegt wird, wenn es vorliegt: konto.nachname, register.…; der Mensch sieht die Herkunft und kann sie ändern',
    ),
};

/** The same as `common`, as a type for the parts that hold others. */
export interface CommonParts {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly help?: string | undefined;
  readonly condition?: string | undefined;
  readonly source?: z.infer<typeof sourceSchema> | undefined;
}
