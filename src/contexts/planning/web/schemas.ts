import { z } from 'zod';
import { verfahren } from '../domain/plan.ts';
import { teamSchema, vorlageSchema } from '../shapes.ts';

// What the API answers.

export const instant = z.string().describe('Zeitpunkt nach ISO 8601');

export const quartal = z.string().nullable().describe('Quartal JJJJ-Qn');

export const teamAnswerSchema = teamSchema.extend({
  id: z.string(),
  fassung: z.int(),
  ags: z.string().nullable(),
  angegebenAm: instant,
});

export const vorlageAnswerSchema = vorlageSchema.extend({
  id: z.string(),
  fassung: z.int(),
  angegebenAm: instant,
});

export const planzeileSchema = z.object({
  id: z.string(),
  nummer: z.int(),
  titel: z.string(),
  fassung: z.int().nullable(),
  zielwert: z.number().nullable(),
  schranke: z.number().nullable(),
  angelegtAm: instant,
});

const ergebnisSchema = z.object({
  fassung: z.int(),
  verfahren: z.enum(verfahren),
  verspaetung: z.number().describe('Gewicht mal Quartale nach dem Wunsch'),
  schranke: z.number().describe('Bewiesen: Kein Plan ist besser'),
  luecke: z.number().describe('Höchster Abstand zum Besten, von 0 bis 1'),
  verstoesse: z.array(z.string()),
  engpaesse: z.array(z.object({ team: z.string(), quartal, anteil: z.number(), wartende: z.int() })),
  auslastung: z.array(
    z.object({
      team: z.string(),
      ags: z.string().nullable(),
      quartale: z.array(z.object({ quartal, belegt: z.int(), kapazitaet: z.int() })),
    }),
  ),
  plaetze: z.array(
    z.object({
      massnahme: z.string(),
      ags: z.string().nullable().describe('ohne: der Teil, der einmal für alle getan wird'),
      quartal,
      spaeter: z.int().describe('Quartale nach dem gewünschten'),
      teams: z.array(z.object({ team: z.string(), tage: z.int() })),
    }),
  ),
});

const entscheidSchema = z.object({
  nummer: z.int(),
  planId: z.string(),
  fassung: z.int(),
  am: z.string(),
  wer: z.string(),
  grund: z.string(),
  verstoesse: z.int(),
});

export const planSchema = z.object({
  id: z.string(),
  nummer: z.int(),
  titel: z.string(),
  angelegtAm: instant,
  stand: z.object({ zustand: z.string(), prozent: z.number(), text: z.string() }).nullable(),
  entscheide: z.array(entscheidSchema),
  annahmen: z.array(z.string()),
  hinweise: z.array(z.string()),
  ergebnis: ergebnisSchema.nullable(),
});

export const preiseSchema = z.object({
  preise: z.array(
    z.object({
      wuensche: z.array(z.object({ was: z.string(), geplant: z.string(), gewuenscht: z.string() })),
      preis: z.string(),
    }),
  ),
});

const unterschied = z.object({
  massnahme: z.string(),
  titel: z.string(),
  ags: z.string(),
  kommune: z.string(),
  vorher: quartal,
  nachher: quartal,
  frueher: z.int(),
});

export const vergleichSchema = z.object({
  gewinnt: z.array(unterschied),
  verliert: z.array(unterschied),
  gleich: z.int(),
  grundlage: z.object({
    teams: z.array(z.object({ name: z.string(), mehr: z.int() })),
    nurErster: z.array(z.string()),
    nurZweiter: z.array(z.string()),
    gewichte: z.array(z.object({ titel: z.string(), vorher: z.number(), nachher: z.number() })),
  }),
});

export const schritteSchema = z.object({
  kommune: z.object({ ags: z.string(), name: z.string() }),
  beschluesse: z.array(
    z.object({
      nummer: z.int(),
      ags: z.string(),
      haus: z.string(),
      planTitel: z.string(),
      am: z.string(),
      wer: z.string(),
      grund: z.string(),
      ziele: z.array(
        z.object({
          massnahme: z.string(),
          titel: z.string(),
          leistungId: z.string().nullable(),
          art: z.string(),
          quartal,
          wunsch: quartal,
          wann: z.string(),
          mit: z.array(z.string()),
          fachbereiche: z.array(z.object({ name: z.string(), tage: z.int() })),
          vorbereitung: z.array(z.string()),
        }),
      ),
    }),
  ),
});

export const planParams = z.object({ id: z.string().describe('Plan') });
