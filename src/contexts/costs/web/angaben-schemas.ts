import { z } from 'zod';
import { angabenSchema } from '../shapes.ts';
import { instant } from './schemas.ts';

export const angabenstandSchema = z.object({
  kennung: z.string().describe('„HAUS“ oder die Kennung eines Zahlers'),
  fassung: z.int().describe('Zählt, was Haus und Kommune angegeben haben, in der Folge der Zeit'),
  von: z.enum(['haus', 'kommune']).describe('„kommune“: von ihr selbst angegeben'),
  angaben: angabenSchema,
  angegebenAm: instant,
});

export const eigeneAngabenSchema = z.object({
  fassungen: z.array(
    z.object({
      ...{ kennung: z.string(), fassung: z.int(), angaben: angabenSchema, angegebenAm: instant },
      wer: z.string().describe('Wer es angegeben hat'),
    }),
  ),
  haeuser: z
    .array(z.object({ haus: z.string(), angaben: angabenSchema }))
    .describe('Was die Häuser, die Ihnen abrechnen, auf Rechnungen schreiben'),
});

export const angabenvorschauSchema = z.object({
  uebernommen: z.int().nullable().describe('Wie viele gespeichert wurden; null bei der Vorschau'),
  zeilen: z.array(
    z.object({
      zeile: z.int(),
      kennung: z.string(),
      geaendert: z.array(z.string()),
      fehler: z.array(z.string()),
    }),
  ),
});
