import { z } from 'zod';
import { limits } from '../limits.ts';

/** Names of answers, pages, options: letters and digits, so that they fit into addresses, forms and expressions. */
export const idSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/)
  .describe('Kleinbuchstabe, dann Buchstaben und Ziffern, höchstens 40 Zeichen');

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .describe('Kleinbuchstaben, Ziffern und Bindestriche');

export const expressionSchema = z
  .string()
  .min(1)
  .max(limits.expressionLength)
  .describe('Ausdruck der Formularsprache, siehe README von forms');

export const textSchema = z
  .string()
  .min(1)
  .max(5_000)
  .describe('Text; Ausdrücke in geschweiften Klammern werden ausgefüllt: {param.gebuehr}');

/** What a choice is kept as: the author's word or the code of a list, such as `000` or `DE`. */
export const codeSchema = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\s](?:[^\p{Cc}]*[^\p{Cc}\s])?$/u)
  .describe('Schlüssel ohne Steuerzeichen und ohne Leerzeichen am Rand, höchstens 200 Zeichen');

/** `de`, `en`, `uk`; `de-simple` is Leichte Sprache (variant of the IANA registry). */
export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/)
  .describe('Sprache nach BCP 47; de-simple ist Leichte Sprache');

export const sourceSchema = z
  .strictObject({
    standard: slugSchema.describe('Zum Beispiel xdatenfelder-3'),
    id: z.string().min(1).max(200).describe('Name dort, zum Beispiel F60000000227'),
    version: z.string().min(1).max(40).optional(),
    name: z.string().min(1).max(500).optional(),
    data: z
      .record(z.string().max(80), z.json())
      .optional()
      .describe('Was das Formular selbst nicht braucht, ein Export aber wieder ausgibt'),
  })
  .describe('Woher ein Teil des Formulars stammt; das Formular rechnet nicht damit');

/** Where a part of a form comes from, so that an export can name it again. */
export type DefinitionSource = z.infer<typeof sourceSchema>;
