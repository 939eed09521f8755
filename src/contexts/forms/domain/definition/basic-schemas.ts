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
