import { z } from 'zod';
import { adressaten } from '../domain/rueckfrage.ts';
import { schritte, zustaende } from '../domain/zustand.ts';

export const id = z.object({ id: z.string() });

export const zeileSchema = z.object({
  id: z.string(),
  betreff: z.string(),
  zustand: z.enum(zustaende),
  zu: z.string().describe('Der Datensatz, zum Beispiel leistung:L02950'),
  zuName: z.string(),
  href: z.string(),
  adressat: z.enum(adressaten),
  haus: z.string().describe('Die Organisation, die gefragt hat'),
  empfaenger: z.string(),
  beitraege: z.int(),
  ungelesen: z.boolean(),
  folgt: z.boolean().nullable().describe('Was die Person gewählt hat; null: nichts'),
  gestelltAm: z.string(),
  zuletztAm: z.string(),
  zuletztVon: z.string(),
});

const fassung = z.object({ text: z.string(), am: z.string() });

export const antwortSchema = z.object({
  id: z.string(),
  zu: z.string(),
  zuName: z.string(),
  frage: z.string(),
  antwort: z.string(),
  haus: z.string(),
  veroeffentlichtAm: z.string(),
});

export const threadSchema = zeileSchema.extend({
  verlauf: z.array(
    z.object({
      nr: z.int(),
      art: z.enum(['frage', ...schritte]),
      haus: z.string(),
      von: z.string().describe('Die Person innerhalb der eigenen Organisation, sonst die Organisation'),
      am: z.string(),
      text: z.string(),
      fassungen: z.array(fassung),
    }),
  ),
  veroeffentlicht: antwortSchema.nullable(),
});
