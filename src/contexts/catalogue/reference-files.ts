import { z } from 'zod';
import { evidenceGrades } from '#kernel';
import type { ReferenceFormat } from '#platform';
import { parseLeikaKey } from '#standards/leika';

const code = z.string().min(1);
const name = z.string().min(1);

export const themenfeldRow = z.strictObject({ id: z.int(), name, slug: z.string().regex(/^[a-z_]+$/) });
export const lageRow = z.strictObject({ id: z.int(), name, themenfeldId: z.int() });
export const ozgLeistungRow = z.strictObject({ ozgId: z.int().min(10000).max(99999), name, lageId: z.int() });

export const leistungRow = z.strictObject({
  id: z.string().regex(/^L\d{5}$/),
  leika: z
    .string()
    .regex(/^99\d{12}$/)
    .transform((text, context) => {
      const key = parseLeikaKey(text);
      if (key.ok) return key.value;
      context.addIssue({ code: 'custom', message: key.refusal.message });
      return z.NEVER;
    })
    .nullable(),
  name,
  ozgId: z.int().nullable(),
  typ: code.nullable(),
  leistungstyp: z.enum(['lo', 'lov', 'lovd']).nullable(),
  sdg1: z.boolean().nullable(),
  sdg2: z.boolean().nullable(),
  gesetze: z.array(name),
  rechtsgrundlagen: z.array(
    z.strictObject({
      text: name,
      url: z
        .string()
        .regex(/^https?:\/\//)
        .nullable(),
    }),
  ),
});

export const verrichtungRow = z.strictObject({
  code: z.string().regex(/^\d{3}$/),
  name: name.nullable(),
  belege: z.int(),
  widersprueche: z.int(),
});

export const typisierungRow = z.strictObject({
  code,
  regelung: z.string().nullable(),
  vollzug: z.string().nullable(),
  erlaeuterung: z.string(),
  evidenz: z.enum(evidenceGrades),
  quelle: z.string(),
});

export type LeistungRow = z.infer<typeof leistungRow>;

/** The six files of a catalogue and what each must look like. */
export const catalogueFiles = {
  themenfelder: format('themenfelder', themenfeldRow, ['id']),
  lagen: format('lagen', lageRow, ['id']),
  ozgLeistungen: format('ozg-leistungen', ozgLeistungRow, ['ozgId']),
  leistungen: format('leistungen', leistungRow, ['id']),
  verrichtungen: format('verrichtungen', verrichtungRow, ['code']),
  typisierungen: format('typisierungen', typisierungRow, ['code']),
} as const;

function format<T>(set: string, row: z.ZodType<T>, key: readonly (keyof T & string)[]): ReferenceFormat<T> {
  return { file: `katalog/${set}.jsonl`, format: `leitwerk.katalog.${set}/1`, row, key };
}

type RowOf<F> = F extends ReferenceFormat<infer T> ? T : never;

/** The rows of a catalogue by set. */
export type CatalogueRows = {
  readonly [Satz in keyof typeof catalogueFiles]: RowOf<(typeof catalogueFiles)[Satz]>;
};
