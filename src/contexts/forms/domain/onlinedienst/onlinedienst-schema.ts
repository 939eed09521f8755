import { z } from 'zod';
import { expressionSchema, idSchema, slugSchema, textSchema } from '../definition/basic-schemas.ts';
import { parametersSchema } from '../definition/parameter-schema.ts';

const dateSchema = z.iso.date();

const urlSchema = z
  .string()
  .regex(/^https?:\/\/\S+$/)
  .describe('Adresse im Netz');

const sourceSchema = z.strictObject({
  title: textSchema,
  url: urlSchema.nullable(),
  evidence: z.enum(['norm-gelesen', 'sekundaerquelle', 'einschaetzung']),
  readOn: dateSchema.optional().describe('Wann die Quelle gelesen wurde'),
});

const normSchema = z.strictObject({
  text: textSchema.describe('Zum Beispiel „§ 11 LHundG NRW“'),
  url: urlSchema.nullable(),
  says: textSchema.optional().describe('Was die Norm hier sagt, in eigenen Worten'),
  sources: z.array(sourceSchema).min(1),
});

const coverSchema = z.strictObject({
  leika: z.string().regex(/^99\d{12}$/),
  name: textSchema,
  office: idSchema.describe('Art der Stelle, die den Antrag bearbeitet, zum Beispiel steueramt'),
  when: expressionSchema.optional().describe('Wann die Antworten diese Leistung betreffen; Vorgabe: immer'),
  norms: z.array(normSchema).min(1),
  catalogueNorms: z
    .array(
      z.strictObject({ text: textSchema, url: z.string().nullable(), mark: textSchema, why: textSchema }),
    )
    .optional()
    .describe('Abweichende Angaben des Katalogs, die neben der berichtigten Norm stehen'),
});

const officeSchema = z
  .strictObject({
    office: idSchema.describe('Art der Stelle, wie covers[].office sie nennt'),
    pages: z
      .array(slugSchema)
      .describe('Seiten, deren Antworten nur diese Stelle bekommt; was keine Stelle nennt, bekommen alle'),
    rows: z
      .record(idSchema, expressionSchema)
      .optional()
      .describe('Je Gruppe: welche Zeilen diese Stelle bekommt, zum Beispiel {"hunde": "row.gross"}'),
  })
  .describe('Was nur eine der Stellen etwas angeht, wenn ein Antrag an mehrere geht');

const deletionSchema = z.strictObject({
  id: idSchema,
  what: textSchema,
  data: z.enum(['draft', 'application', 'attachments', 'case']),
  from: z.enum(['last-edit', 'submission', 'closed']),
  days: z.number().int().min(1).max(36_500),
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
  basis: textSchema.describe('Norm, oder dass der Onlinedienst es so festlegt'),
});

const openSchema = z
  .strictObject({
    path: z
      .string()
      .regex(/^(formular|dienst)(\.([A-Za-z0-9_-]+|\*{1,2}))+$/)
      .max(300)
      .describe('Stelle nach Namen; * steht für einen Namen, ** am Ende für alles darunter'),
    levels: z
      .array(z.enum(['land', 'kommune']))
      .min(1)
      .describe('Wer sie ändern darf'),
    change: z
      .array(z.enum(['set', 'add', 'remove']))
      .min(1)
      .describe('Ändern, ergänzen, streichen'),
  })
  .describe('Stelle, die eine Schicht (leitwerk/overlay@1) ändern darf; alles andere bleibt, wie es ist');

const serviceTexts = z.strictObject({
  what: textSchema,
  forWhom: textSchema,
  need: z.array(textSchema),
  cost: textSchema,
  time: textSchema,
  deadline: textSchema,
  law: textSchema,
});

export const onlinedienstSchema = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal('leitwerk/onlinedienst@1'),
    id: slugSchema,
    version: z.number().int().min(1),
    title: textSchema,
    summary: textSchema,
    words: z.array(z.string().min(2).max(60)).describe('Wörter, unter denen Menschen danach suchen'),
    land: z
      .string()
      .regex(/^\d{2}$/)
      .nullable()
      .describe('Amtlicher Schlüssel des Landes, dessen Recht gilt; null: überall'),
    covers: z.array(coverSchema).min(1),
    offices: z.array(officeSchema).optional(),
    texts: serviceTexts.describe(
      'Texte der Leistungsseite; {param.…} wird aus den Werten der Kommune gefüllt',
    ),
    open: z.array(openSchema).max(500).optional(),
    parameters: parametersSchema,
    deletion: z.array(deletionSchema).min(1),
  })
  .describe(
    'Onlinedienst: welche Leistungen er abdeckt, was eine Kommune dazu angibt, was auf der Leistungsseite steht',
  );

/** An Onlinedienst as its author wrote it; its form stands beside it in `formular.json`. */
export type OnlinedienstDefinition = z.infer<typeof onlinedienstSchema>;
