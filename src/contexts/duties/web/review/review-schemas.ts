import { z } from 'zod';
import { vorschlagArten } from '../../domain/regel-review.ts';
import { fortgeltungen } from '../../domain/reichweite.ts';

const regelJson = z
  .looseObject({})
  .nullable()
  .default(null)
  .describe('Die ganze Regel, wie sie werden soll, in der Form der Dateien; nur bei aendern und neu');

export const proposalBody = z.strictObject({
  regelId: z.string(),
  art: z.enum(vorschlagArten),
  begruendung: z.string().default(''),
  regel: regelJson,
});

export const reviewSchema = z.object({
  id: z.string(),
  aufgabe: z.string(),
  themenfeld: z.string(),
  norm: z.string(),
  evidence: z.string(),
  erreicht: z.int(),
  stand: z.string(),
  mitgezogen: z.array(z.object({ leistung: z.string(), art: z.enum(fortgeltungen), text: z.string() })),
});

export const proposalSchema = z.object({
  id: z.string(),
  regelId: z.string(),
  art: z.enum(vorschlagArten),
  begruendung: z.string(),
  haus: z.string(),
  vorgeschlagenAm: z.string(),
  entscheidung: z.string().nullable(),
  entschiedenAm: z.string().nullable(),
  antwort: z.string().nullable(),
  regel: z.looseObject({}).nullable(),
});

const wechsel = z.object({ leistung: z.string(), vorher: z.string(), nachher: z.string() });

export const effectSchema = z.object({
  betroffen: z.array(
    z.object({
      ags: z.string(),
      name: z.string(),
      gewinnt: z.array(wechsel),
      verliert: z.array(wechsel),
      sonst: z.array(wechsel),
    }),
  ),
});
