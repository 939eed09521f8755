import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';

const fieldPath = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*){0,3}$/)
  .describe('Name der Antwort, in Gruppen mit deren Namen: hunde.chip');

export const ruleSchema = z.discriminatedUnion('do', [
  z
    .strictObject({ do: z.literal('rename'), from: fieldPath, to: fieldPath })
    .describe('Die Antwort heißt jetzt anders'),
  z
    .strictObject({ do: z.literal('drop'), field: fieldPath })
    .describe('Die Antwort wird nicht mehr gebraucht'),
  z
    .strictObject({ do: z.literal('ask-again'), field: fieldPath })
    .describe('Die Antwort gilt nicht mehr, die Frage kommt neu'),
  z
    .strictObject({
      do: z.literal('values'),
      field: fieldPath,
      map: z.record(z.string().max(200), z.string().max(200)),
    })
    .describe('Gewählte Werte heißen jetzt anders'),
  z
    .strictObject({
      do: z.literal('scale'),
      field: fieldPath,
      times: z.number().int().min(1).max(1_000_000),
      by: z.number().int().min(1).max(1_000_000),
    })
    .describe('Andere Einheit: mal times, geteilt durch by, auf drei Stellen gerundet'),
  z
    .strictObject({
      do: z.literal('convert'),
      field: fieldPath,
      to: z.enum(['text', 'number', 'list', 'single']),
    })
    .describe('Andere Art: als Text, als Zahl, als Liste mit einem Wert, als einzelner Wert'),
]);

export type MappingRule = z.infer<typeof ruleSchema>;

export const transitionSchema = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('leitwerk/uebergang@1'),
    dienst: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
    from: z.number().int().min(1),
    to: z.number().int().min(2),
    policy: z
      .enum(['pin', 'move', 'ask'])
      .describe('pin: bleibt bei der alten Fassung; move: zieht um; ask: der Mensch entscheidet'),
    cutoff: z.iso.date().optional().describe('Ab diesem Tag gilt von Rechts wegen nur die neue Fassung'),
    cutoffBasis: z.string().min(1).max(500).optional().describe('Norm, aus der der Tag folgt'),
    rules: z.array(ruleSchema).max(500),
  })
  .describe('Wie begonnene Anträge von einer Fassung zur nächsten kommen');

/** How drafts come from one version of a definition to another. */
export type Transition = z.infer<typeof transitionSchema>;

const german = z.locales.de().localeError;

/** Reads a transition; refuses with every place that does not fit (`TRANSITION_INVALID`). */
export function parseTransition(json: unknown): Result<Transition> {
  const read = transitionSchema.safeParse(json, { error: german });
  if (read.success && read.data.to === read.data.from + 1) return ok(read.data);
  const fields = read.success
    ? [{ field: 'to', message: 'Ein Übergang führt von einer Fassung zur nächsten.' }]
    : read.error.issues.map((issue) => ({
        field: issue.path.join('.') || '(Anfang)',
        message: issue.message,
      }));
  const message = `Der Übergang passt nicht zum Format, zuerst ${fields[0]?.field}: ${fields[0]?.message}`;
  return refuse({ kind: 'invalid', code: 'TRANSITION_INVALID', message, fields });
}
