import { z } from 'zod';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import type { JsonObject } from '../json.ts';

const name = z.string().min(1).max(200);

const testfallSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  title: name,
  today: z.iso.date().describe('Der Tag, dessen Recht gilt'),
  parameters: z.record(z.string().max(40), z.json()).default({}).describe('Werte der Kommune'),
  answers: z.record(z.string().max(40), z.json()).describe('Die Antworten, wie das Formular sie festhält'),
  expect: z.strictObject({
    pages: z.array(name).max(200).describe('Die Seiten des Wegs in ihrer Reihenfolge'),
    end: z.enum(['summary', 'end']).default('summary').describe('end: der Weg endet auf einer Ausgangsseite'),
    problems: z.array(name).max(200).default([]).describe('Namen der Felder, die fehlen oder nicht passen'),
    feeCents: z.number().int().nullable().default(null).describe('Gebühr in Cent; null: wird nicht geprüft'),
    offices: z
      .array(name)
      .max(20)
      .nullable()
      .default(null)
      .describe('Die Arten von Stellen, an die der Antrag geht (covers[].office); null: wird nicht geprüft'),
  }),
});

/** A case that an author wrote down: answers, and what must come of them. */
export type Testfall = z.infer<typeof testfallSchema>;

export const testfaelleSchema = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('leitwerk/testfaelle@1'),
    cases: z.array(testfallSchema).max(200),
  })
  .describe('Testfälle eines Onlinedienstes: Antworten, und was daraus folgen muss');

export const keineTestfaelle: JsonObject = { format: 'leitwerk/testfaelle@1', cases: [] };

/** Reads test cases; refuses with the places that do not fit (`FORM_TESTFAELLE_INVALID`). */
export function parseTestfaelle(json: unknown): Result<readonly Testfall[]> {
  const parsed = testfaelleSchema.safeParse(json, { error: z.locales.de().localeError });
  if (!parsed.success) {
    const fields: FieldProblem[] = parsed.error.issues.slice(0, 50).map(({ path, message }) => ({
      field: path.reduce<string>(
        (text, part) =>
          typeof part === 'number' ? `${text}[${part}]` : `${text}${text ? '.' : ''}${String(part)}`,
        '',
      ),
      message,
    }));
    const message = `Die Testfälle passen nicht zum Format, zuerst ${fields[0]?.field}: ${fields[0]?.message}`;
    return refuse({ kind: 'invalid', code: 'FORM_TESTFAELLE_INVALID', message, fields });
  }
  const ids = parsed.data.cases.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return ok(parsed.data.cases);
  const message = `Zwei Testfälle heißen „${twice}“. Jeder braucht einen eigenen Namen.`;
  return refuse({
    kind: 'invalid',
    code: 'FORM_TESTFAELLE_INVALID',
    message,
    fields: [{ field: 'cases', message }],
  });
}
