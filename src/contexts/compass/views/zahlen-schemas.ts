import { z } from 'zod';

const anteilSchema = z.object({
  teil: z.number(),
  ganzes: z.number(),
  text: z.string().describe('Der Anteil in Worten; nie auf 0 oder 100 % gerundet'),
});

/** Who was counted, for which day: stands with every answer about figures. */
export const gezaehltSchema = z.object({
  datum: z.string(),
  kommunen: z.number().describe('Wie viele Kommunen gezählt sind'),
  ohneEinwilligung: z.number().describe('Kommunen des IT-Dienstleisters, die ihre Angaben nicht teilen'),
  satz: z.string(),
});

export const abdeckungSchema = z.object({
  schluessel: z.string(),
  name: z.string(),
  kommunen: anteilSchema,
  einwohner: anteilSchema,
  faelle: anteilSchema,
  ohneAngabe: z.number(),
  ohneFallzahl: z.number(),
  ohneEinwohner: z.number(),
  saetze: z.array(z.string()),
});

export const paarSchema = z.object({
  ags: z.string(),
  kommune: z.string(),
  leistungId: z.string(),
  leistung: z.string(),
  zustand: z.string(),
  reifegrad11: z.number().nullable(),
  reifegrad20: z.number().nullable(),
  fallzahl: z.number().nullable(),
});

const feldplatzSchema = z.object({
  ags: z.string(),
  name: z.string(),
  einwohner: z.number().nullable(),
  online: z.number(),
  platz: z.number(),
});

export const vergleichSchema = z.object({
  eigene: feldplatzSchema,
  band: z.string(),
  pflichten: z.number(),
  feld: z.array(feldplatzSchema),
  nichtVerglichen: z.array(z.object({ ags: z.string(), name: z.string(), grund: z.string() })),
  vorspruenge: z.array(
    z.object({
      leistungId: z.string(),
      name: z.string(),
      voraus: z.array(z.object({ ags: z.string(), name: z.string() })),
    }),
  ),
});

const teilSchema = z.object({ schluessel: z.string(), name: z.string() });

export const zahlenSchema = z.object({
  gezaehlt: gezaehltSchema,
  alle: abdeckungSchema.nullable(),
  eigene: z.object({ gezaehlt: gezaehltSchema, abdeckung: abdeckungSchema.nullable() }).nullable(),
});

export const abdeckungenSchema = z.object({
  gezaehlt: gezaehltSchema,
  nach: z.string(),
  teile: z.array(abdeckungSchema),
});

export const verteilungSchema = z.object({
  gezaehlt: gezaehltSchema,
  zeilen: z.array(teilSchema),
  spalten: z.array(teilSchema),
  paare: z.array(z.array(z.number())).describe('Zeile für Zeile'),
});

export const verlaufSchema = z.object({
  gezaehlt: gezaehltSchema,
  zustaende: z.array(z.string()),
  tage: z.array(z.object({ tag: z.string(), paare: z.array(z.number()) })),
});

export const paareSchema = z.object({
  gezaehlt: gezaehltSchema,
  anzahl: z.number().describe('Alle Zeilen, nicht nur die dieser Seite'),
  paare: z.array(paarSchema),
});

export const vergleichAntwortSchema = z.object({ gezaehlt: gezaehltSchema, ...vergleichSchema.shape });
