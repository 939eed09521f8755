import { z } from 'zod';
import { abgabeZustaende } from '../domain/abgabe.ts';
import { bedarfe, vorarbeiten } from '../domain/antwort.ts';
import { zustaende } from '../domain/zustand.ts';
import { inhaltSchema } from '../store-umfrage.ts';

export const idSchema = z.object({ id: z.string() });
export const leistungParams = idSchema.extend({ leistung: z.string() });
export const felderSchema = z.record(z.string(), z.string());

export const umfrageSchema = z.object({
  id: z.string(),
  fassung: z.int(),
  zustand: z.enum(zustaende),
  frist: z.string().nullable(),
  nachfrist: z.string().nullable(),
  erfunden: z.boolean(),
  inhalt: inhaltSchema,
});

export const zeileSchema = umfrageSchema.extend({
  gefragt: z.int(),
  fertig: z.int(),
  abgabe: z.enum(abgabeZustaende).nullable(),
});

export const beteiligungSchema = z.object({
  umfrage: umfrageSchema,
  zahlen: z.object({
    gefragt: z.int(),
    freigegeben: z.int(),
    eingereicht: z.int(),
    inArbeit: z.int(),
    ohneAnfang: z.int(),
    ohneEinwilligung: z.int(),
    spaet: z.int(),
    quorum: z.int(),
  }),
  kommunen: z.array(
    z.object({
      ags: z.string(),
      name: z.string(),
      gefragt: z.int(),
      teilt: z.boolean(),
      zustand: z.enum(abgabeZustaende).nullable(),
      beantwortet: z.int(),
      spaet: z.boolean(),
      freigegebenAm: z.string().nullable(),
    }),
  ),
  schritte: z.array(
    z.object({
      art: z.string(),
      von: z.string(),
      nach: z.string(),
      grund: z.string().nullable(),
      am: z.string(),
    }),
  ),
});

export const bogenSchema = z.object({
  umfrage: umfrageSchema,
  abgabe: z.enum(abgabeZustaende),
  schritt: z.int().describe('Nummer des letzten Schritts; wer abgibt, nennt sie'),
  letzteRunde: z.string().nullable(),
  leistungen: z.array(
    z.object({
      leistung: z.string(),
      name: z.string(),
      fokus: z.boolean(),
      fassung: z.int(),
      felder: felderSchema,
      vorbelegt: z.boolean(),
      anlass: z.string().nullable().describe('Warum der Zehn-Minuten-Modus danach fragt'),
      person: z.string().nullable(),
      spaet: z.boolean(),
    }),
  ),
  verwahrt: z.array(
    z.object({
      id: z.string(),
      leistung: z.string(),
      art: z.enum(['konflikt', 'geschlossen']),
      felder: felderSchema,
      am: z.string(),
    }),
  ),
});

export const gespeichertSchema = z.object({
  fassung: z.int(),
  felder: felderSchema,
  neu: z.boolean(),
  spaet: z.boolean(),
  konflikte: z.array(z.object({ feld: z.string(), meins: z.string(), ihres: z.string() })),
});

export const auswertungSchema = z.object({
  kommunen: z.int(),
  beteiligt: z.int(),
  leistungen: z.array(
    z.object({
      leistung: z.string(),
      name: z.string(),
      themenfeld: z.string().nullable(),
      fokus: z.boolean(),
      gefragt: z.int(),
      geantwortet: z.int(),
      ja: z.int(),
      spaeter: z.int(),
      nein: z.int(),
      faelle: z.number(),
      faelleVon: z.int(),
      spaete: z.int(),
      quartale: z.record(z.string(), z.int()),
    }),
  ),
});

export const leistungsauswertungSchema = z.object({
  leistung: z.string(),
  name: z.string(),
  gefragt: z.int(),
  geantwortet: z.int(),
  antworten: z.array(
    z.object({
      kommune: z.string(),
      ags: z.string(),
      bedarf: z.enum(bedarfe).nullable(),
      wunschquartal: z.string().nullable(),
      fallzahl: z.int().nullable(),
      vorarbeit: z.enum(vorarbeiten).nullable(),
      bemerkung: z.string(),
      frei: felderSchema,
      vorbelegt: z.boolean(),
      spaet: z.boolean(),
    }),
  ),
  ohneAntwort: z.array(z.string()),
});

export const einlesenSchema = z.object({
  einlesung: z.string(),
  zeilen: z.array(
    z.object({
      zeile: z.int(),
      art: z.enum(['neu', 'geaendert', 'unveraendert', 'fehler']),
      leistung: z.string(),
      name: z.string(),
      aenderungen: z.array(z.object({ feld: z.string(), vorher: z.string(), nachher: z.string() })),
      fehler: z.array(z.string()),
    }),
  ),
});
