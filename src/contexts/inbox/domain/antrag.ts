import { z } from 'zod';

const text = (max: number) => z.string().max(max);

const row = z.object({
  field: text(200).default(''),
  /** The place of an answer in a row, which stays when rows before it go. */
  place: text(300).optional(),
  question: text(2000),
  answer: text(20_000),
  /** Where the answer comes from; what the applicant typed, unless it says otherwise. */
  origin: text(200).optional(),
  provenance: z.object({ kind: text(40) }).optional(),
  /** What stood here before the applicant handed something in. */
  previous: text(20_000).optional(),
});

const section = z.object({
  title: text(500),
  rows: z.array(row).default([]),
  parts: z.array(z.object({ title: text(500), rows: z.array(row) })).default([]),
});

/** What the submission's data says, format `leitwerk/antrag@1`: the readable document leads, the data go along. */
export const antragSchema = z.object({
  format: z.literal('leitwerk/antrag@1'),
  nummer: text(48),
  titel: text(500),
  eingang: text(40).default(''),
  leistungen: z.array(z.object({ leika: text(100), office: text(100).optional() })).default([]),
  dokument: z.object({ title: text(500), sections: z.array(section) }),
  gebuehr: z
    .object({
      cents: z.number(),
      lines: z.array(
        z.object({ label: text(500), cents: z.number().nullable(), period: text(20).optional() }),
      ),
    })
    .nullish(),
  /** Where the applicant hears that something new awaits. */
  kontakt: z.object({ email: text(320).nullable() }).nullish(),
  anlagen: z
    .array(z.object({ id: text(100), bytes: z.number().optional(), geprueft: z.boolean() }))
    .default([]),
});
export type Antrag = z.infer<typeof antragSchema>;
export type AnswerSection = z.infer<typeof section>;
export type AnswerRow = z.infer<typeof row>;

/** An attachment as the metadata announced it. */
export const anlageSchema = z.object({
  id: z.string(),
  name: z.string(),
  mimeType: z.string(),
  bytes: z.number(),
  scanned: z.boolean(),
  /** The submission that it came with, where that is a later one. */
  sendung: z.string().optional(),
});
export type Anlage = z.infer<typeof anlageSchema>;

/** Everything of a case that is sealed and does not change. */
export const inhaltSchema = z.object({
  /** The number as the sender gave it, and the sender's case. */
  reference: z.string(),
  caseId: z.string(),
  absender: z.string(),
  contentHash: z.string(),
  antrag: antragSchema,
  /** The data as they came. */
  data: z.string(),
  anlagen: z.array(anlageSchema),
  /** What the office that forwarded the case wrote. */
  weiterleitung: z.string().nullable(),
});
export type Inhalt = z.infer<typeof inhaltSchema>;

const numberShape = /^[A-Za-z0-9-]{3,40}$/;

/** A number that may stand in an address and in clear; `null` for anything else. */
export function numberFrom(text: string | undefined): string | null {
  return text !== undefined && numberShape.test(text) ? text : null;
}

/**
 * The data of a submission. What is not in our format is shown as it came, key by key, so that nothing of an Antrag is
 * lost because another program wrote it.
 */
export function antragOf(data: string, reference: string): Antrag {
  const json = jsonOf(data);
  const parsed = antragSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const entries: readonly (readonly [string, unknown])[] =
    typeof json === 'object' && json !== null ? Object.entries(json) : [['Inhalt', data]];
  const rows = entries.map(([field, value]) => ({
    field,
    question: field.slice(0, 2000),
    answer: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 20_000),
  }));
  return {
    format: 'leitwerk/antrag@1',
    nummer: reference.slice(0, 48),
    titel: 'Antrag in fremdem Format',
    eingang: '',
    leistungen: [],
    dokument: { title: 'Daten der Sendung', sections: [{ title: 'Daten', rows, parts: [] }] },
    anlagen: [],
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
