import { z } from 'zod';
import { gewichtungSchema } from '../schema-json.ts';

export const schemaSchema = z.object({
  id: z.string(),
  fassung: z.number(),
  titel: z.string(),
  gewichtung: gewichtungSchema,
  gespeichertAm: z.string(),
});

export const beschlussSchema = z.object({
  nummer: z.number(),
  schemaId: z.string(),
  fassung: z.number(),
  titel: z.string(),
  gewichtung: gewichtungSchema,
  stichtag: z.string(),
  gremium: z.string(),
  grund: z.string(),
  sitzungsbeschluss: z.string().nullable(),
  leistungen: z.number(),
  pruefsumme: z.string().describe('SHA-256 über Gewichte, Werte, Belege und Rangfolge'),
  beschlossenAm: z.string(),
});
