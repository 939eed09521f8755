import { z } from 'zod';
import { schritte, zustaende } from '../domain/zustand.ts';

export const dienstParams = z.object({ dienst: z.string().max(80).describe('Kennung des Onlinedienstes') });
const day = z.iso.date();

const ringSchema = z.object({
  name: z.string(),
  ab: day,
  kommunen: z.array(z.string()).nullable().describe('Schlüssel; null: alle übrigen'),
});

const ausrollungSchema = z.object({
  id: z.string(),
  fassung: z.string(),
  zustand: z.enum(zustaende),
  version: z.number().int(),
  sicherheit: z.boolean(),
  grund: z.string().nullable(),
  regel: z.string(),
  ringe: z.array(ringSchema),
});

const zeileSchema = z.object({
  art: z.enum(['parameter', 'leistung', 'frage', 'ablauf', 'text']),
  text: z.string(),
  aufgabe: z.boolean().describe('Die Kommune muss vorher etwas tun'),
});

export const zugZustand = z.enum([
  'wartet',
  'umgestellt',
  'zurueckgeblieben',
  'festgehalten',
  'entfallen',
  'zurueckgestellt',
]);

export const listSchema = z.object({
  dienste: z.array(
    z.object({
      dienst: z.string(),
      titel: z.string(),
      neueste: z.string(),
      verteilung: z.array(z.object({ fassung: z.string(), kommunen: z.number().int() })),
      eigene: z.string().nullable(),
      ausrollung: ausrollungSchema.nullable(),
    }),
  ),
});

const zahlen = z.object({ sendungen: z.number().int(), abgewiesen: z.number().int() });

export const standSchema = z.object({
  dienst: z.string(),
  titel: z.string(),
  anbieter: z.string(),
  eigeneFassung: z.string().nullable(),
  fassungen: z.array(
    z.object({
      fassung: z.string(),
      angebotenAm: z.iso.datetime(),
      zurueckgezogen: z.boolean(),
      notiz: z.string().nullable(),
      sicherheit: z.boolean(),
      festhaltenBis: day.nullable(),
      gegen: z.string().nullable().describe('Mit welcher Fassung verglichen wurde'),
      aenderungen: z.array(zeileSchema),
      kommunen: z.number().int(),
    }),
  ),
  ausrollung: ausrollungSchema.nullable(),
  kommunen: z.array(
    z.object({
      ags: z.string(),
      kommune: z.string(),
      ring: z.number().int(),
      ab: day,
      zustand: zugZustand,
      vonFassung: z.string(),
      fehlt: z.array(z.string()),
    }),
  ),
  beobachtung: z.object({ neu: zahlen, alt: zahlen, haeltAn: z.boolean(), am: z.iso.datetime() }).nullable(),
  festgehaltenBis: day.nullable(),
});

export const kommunenSchema = z.object({
  kommunen: z.array(
    z.object({
      ags: z.string(),
      kommune: z.string(),
      fassung: z.string(),
      neueste: z.string(),
      seit: day,
      ruht: z.boolean(),
      ring: z.string().nullable(),
      ab: day.nullable(),
      zustand: zugZustand.nullable(),
      fehlt: z.array(z.string()),
      festBis: day.nullable(),
    }),
  ),
});

const ringBody = z.strictObject({
  ab: day,
  kommunen: z.array(z.string().max(200)).max(500).describe('Namen oder Schlüssel'),
});

export const wunschBody = z.strictObject({
  fassung: z.string().max(40),
  pilot: ringBody,
  wellen: z.array(ringBody).max(8).default([]),
  alleAb: day,
});

export const vorschauSchema = z.object({
  dienst: z.string(),
  titel: z.string(),
  fassung: z.string(),
  sicherheit: z.boolean(),
  ringe: z.array(ringSchema),
  kommunen: z.array(
    z.object({
      ags: z.string(),
      kommune: z.string(),
      vonFassung: z.string(),
      ring: z.number().int(),
      ab: day,
      ergebnis: z.enum(['umgestellt', 'zurueckgeblieben', 'festgehalten']),
      ruht: z.boolean(),
      fehlt: z.array(z.string()),
    }),
  ),
  unterschiede: z.array(z.object({ von: z.string(), aenderungen: z.array(zeileSchema) })),
});

export const schrittBody = z.strictObject({
  schritt: z.enum(schritte),
  version: z.number().int().describe('Der Stand, den Sie gelesen haben'),
  grund: z.string().max(1000).default(''),
  trotzSicherheit: z.boolean().default(false),
});

export const notizBody = z.strictObject({
  text: z.string().max(5000),
  sicherheit: z.boolean().default(false),
  festhaltenBis: z.string().max(10).default('').describe('JJJJ-MM-TT; leer: 90 Tage (Annahme)'),
});

export const festhaltenBody = z.strictObject({
  grund: z.string().max(1000).default(''),
  bis: z.string().max(10).default(''),
  loesen: z.boolean().default(false),
});

export const zurueckBody = z.strictObject({ kommune: z.string().max(200), fassung: z.string().max(40) });

const meldungText = {
  art: z.enum(['wartung', 'ankuendigung']),
  titel: z.string(),
  text: z.string(),
  dienste: z.array(z.string()).describe('leer: alle eigenen'),
  kommunen: z.array(z.string()).describe('leer: alle, die einen davon nutzen'),
};

export const meldungenSchema = z.object({
  meldungen: z.array(
    z.object({
      ...meldungText,
      id: z.string(),
      fassung: z.number().int(),
      sichtbarAb: z.string(),
      von: z.string().describe('Ortszeit, JJJJ-MM-TT HH:MM'),
      bis: z.string(),
      lage: z.enum(['kommt', 'gilt', 'vorbei', 'entfallen']),
    }),
  ),
});

export const meldungBody = z.strictObject({
  ...meldungText,
  text: z.string().default(''),
  dienste: z.array(z.string().max(80)).max(200).default([]),
  kommunen: z.array(z.string().max(200)).max(500).default([]),
  vonTag: z.string().max(10),
  vonZeit: z.string().max(5),
  bisTag: z.string().max(10),
  bisZeit: z.string().max(5),
  sichtbarAb: z.string().max(10).default('').describe('leer: sofort'),
  fassung: z.number().int().default(0).describe('Die Fassung, die Sie gelesen haben; 0: eine neue Meldung'),
});

export const gespeichert = z.object({ id: z.string(), fassung: z.number().int() });
