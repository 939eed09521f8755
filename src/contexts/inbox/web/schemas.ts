import { z } from 'zod';
import { anlageSchema } from '../domain/antrag.ts';
import { zustaende } from '../domain/zustand.ts';

const stand = {
  nummer: z.string(),
  leistung: z.string(),
  stelle: z.string(),
  zustand: z.enum(zustaende),
  bearbeiter: z.string().nullable(),
  version: z.number(),
  eingegangenAm: z.string(),
  geaendertAm: z.string(),
  loeschenAm: z.string().nullable(),
};

export const standSchema = z.object(stand);

export const rowSchema = z.object({
  ...stand,
  leistungName: z.string(),
  stelleName: z.string(),
  bearbeiterName: z.string().nullable(),
});

const row = z.object({
  field: z.string(),
  question: z.string(),
  answer: z.string(),
  place: z.string().optional().describe('Kennung der Angabe in einer Gruppe'),
  origin: z.string().optional(),
  previous: z.string().optional().describe('Was hier stand, bevor etwas nachgereicht wurde'),
});

export const detailSchema = z.object({
  ...stand,
  titel: z.string(),
  antworten: z.array(
    z.object({
      title: z.string(),
      rows: z.array(row),
      parts: z.array(z.object({ title: z.string(), rows: z.array(row) })),
    }),
  ),
  anlagen: z.array(
    anlageSchema.extend({
      scanned: z.boolean().describe('Beim Hochladen geprüft und nichts gefunden'),
      befund: z.enum(['sauber', 'schadsoftware']).nullable().describe('Befund beim letzten Abruf'),
      geprueftAm: z.string().nullable(),
    }),
  ),
  weiterleitung: z.string().nullable(),
  nachforderungen: z.array(
    z.object({
      id: z.string(),
      zustand: z.enum(['offen', 'beantwortet', 'zurueckgenommen']),
      frist: z.string(),
      gestelltAm: z.string(),
      erinnertAm: z.string().nullable(),
      erledigtAm: z.string().nullable(),
      verspaetet: z.boolean().nullable(),
      grund: z.string(),
      felder: z.array(z.object({ place: z.string(), titel: z.string() })),
    }),
  ),
  verlauf: z.array(
    z.object({
      nr: z.number(),
      am: z.string(),
      wer: z.string(),
      art: z.string(),
      text: z.string().nullable(),
      ergebnis: z.string().nullable(),
    }),
  ),
});
