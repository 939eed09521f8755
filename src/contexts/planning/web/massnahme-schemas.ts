import { z } from 'zod';
import { herkuenfte } from '../domain/massnahme.ts';
import { massnahmeSchema } from '../shapes.ts';
import { instant, quartal } from './schemas.ts';

export const massnahmeAnswerSchema = z.object({
  id: z.string(),
  fassung: z.int(),
  inhalt: massnahmeSchema,
  herkunft: z.enum(herkuenfte),
  beendet: z.boolean(),
  angegebenAm: instant,
});

export const vorschauSchema = z.object({
  uebernommen: z.boolean(),
  zeilen: z.array(
    z.object({
      zeile: z.int(),
      art: z.enum(['neu', 'geaendert', 'unveraendert', 'fehler']),
      kennung: z.string(),
      titel: z.string(),
      aenderungen: z.array(z.object({ feld: z.string(), vorher: z.string(), nachher: z.string() })),
      fehler: z.array(z.string()),
    }),
  ),
});

export const vorschlaegeSchema = z.object({
  vorschlaege: z.array(
    z.object({
      leistungId: z.string(),
      titel: z.string(),
      kommunen: z.array(z.object({ ags: z.string(), quartal })),
      gewicht: z.number(),
      begruendung: z.string(),
      strategie: z.string().nullable(),
    }),
  ),
});
