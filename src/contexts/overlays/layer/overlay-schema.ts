import { z } from 'zod';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';

const pathSchema = z
  .string()
  .regex(/^(formular|dienst)(\.[A-Za-z0-9_-]+)+$/)
  .max(300)
  .describe('Stelle nach Namen, nicht nach Nummern: formular.pages.person.fields.email.hint');

const changeSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('set'),
    path: pathSchema,
    value: z.json().describe('Neuer Wert; er muss zum Format der Stelle passen'),
  }),
  z.strictObject({
    do: z.literal('add'),
    path: pathSchema.describe('Liste, in die etwas kommt: formular.pages.person.fields'),
    item: z.json(),
    after: z.string().max(200).optional().describe('Name des Eintrags davor; Vorgabe: ans Ende'),
  }),
  z.strictObject({ do: z.literal('remove'), path: pathSchema }),
]);

export type OverlayChange = z.infer<typeof changeSchema>;

export const overlaySchema = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('leitwerk/overlay@1'),
    dienst: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
    level: z.enum(['land', 'kommune']),
    gebiet: z
      .string()
      .regex(/^(\d{2}|\d{5}|\d{8})$/)
      .describe('Amtlicher Schlüssel des Landes oder der Kommune'),
    name: z.string().min(1).max(120).describe('Wie die Schicht heißt, zum Beispiel „Land NRW“'),
    version: z.number().int().min(1),
    basis: z
      .strictObject({ from: z.number().int().min(1), to: z.number().int().min(1).optional() })
      .describe('Fassungen der Grunddefinition, auf die sie passt'),
    changes: z.array(changeSchema).max(500),
    values: z
      .record(
        z.string().max(60),
        z.strictObject({
          value: z.json(),
          binding: z.boolean().optional().describe('Die Kommune darf es nicht ändern'),
        }),
      )
      .optional()
      .describe('Werte von Parametern, die für alle Kommunen darunter gelten'),
  })
  .describe('Schicht über der Grunddefinition eines Onlinedienstes');

/** What a Land or a Kommune changes of a base definition. */
export type Overlay = z.infer<typeof overlaySchema>;

const german = z.locales.de().localeError;

/** Reads an overlay; refuses with every place that does not fit (`OVERLAY_INVALID`). */
export function parseOverlay(json: unknown): Result<Overlay> {
  return parsed(overlaySchema, json, 'Die Schicht');
}

function parsed<T>(schema: z.ZodType<T>, json: unknown, what: string): Result<T> {
  const read = schema.safeParse(json, { error: german });
  if (read.success) return ok(read.data);
  const fields: FieldProblem[] = read.error.issues.map((issue) => ({
    field: issue.path.join('.') || '(Anfang)',
    message: issue.message,
  }));
  const message = `${what} passt nicht zum Format, zuerst ${fields[0]?.field}: ${fields[0]?.message}`;
  return refuse({ kind: 'invalid', code: 'OVERLAY_INVALID', message, fields: fields.slice(0, 100) });
}
