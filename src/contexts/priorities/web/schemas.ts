import { z } from 'zod';
import { bezugArten } from '../domain/angabe.ts';
import { herkuenfte, kriterien } from '../domain/kriterium.ts';
import { abweichungArten, dienstArten, entscheide } from '../domain/strategie.ts';
import { gewichtungSchema } from '../schema-json.ts';

const kriterium = z.enum(kriterien);

const bereich = z.object({ von: z.number(), bis: z.number() });

export const zeileSchema = z.object({
  id: z.string(),
  leika: z.string().nullable(),
  name: z.string(),
  rang: z.number(),
  rechenpunkte: z.number().describe('Summe aus Gewicht × Wert, ganze Zahl'),
  punkte: z.number().describe('0 bis 1.000: Rechenpunkte geteilt durch das Gesamtgewicht, abgerundet'),
  bekannteKriterien: z.number(),
});

export const rangfolgeSchema = z.object({
  stichtag: z.string(),
  grundlage: z.object({
    art: z.enum(['ueblich', 'schema', 'beschluss']),
    id: z.string().nullable(),
    titel: z.string(),
  }),
  gewichtung: gewichtungSchema,
  gesamtgewicht: z.number(),
  anzahl: z.number(),
  leistungen: z.array(zeileSchema),
});

export const erklaerungSchema = zeileSchema.extend({
  stichtag: z.string(),
  gesamtgewicht: z.number(),
  beitraege: z.array(
    z.object({
      kriterium,
      wert: z.number().describe('0 bis 1.000, wie er zählt'),
      bekannt: z.boolean(),
      gewicht: z.number(),
      beitrag: z.number().describe('Gewicht × Wert'),
      satz: z.string(),
      herkunft: z.enum(herkuenfte),
    }),
  ),
  festigkeit: z.string(),
  stabilitaet: z.array(
    z.object({
      kriterium,
      gewicht: z.number(),
      rangHaelt: bereich,
      unterDenErsten20: z.boolean(),
      spitzeHaelt: bereich,
    }),
  ),
});

export const vergleichSchema = z.object({
  satz: z.string(),
  gleich: z.boolean(),
  oben: zeileSchema,
  unten: zeileSchema,
  differenz: z.number().describe('Genau die Summe aller Unterschiede'),
  unterschiede: z.array(
    z.object({
      kriterium,
      gewicht: z.number(),
      oben: z.number(),
      unten: z.number(),
      unterschied: z.number(),
    }),
  ),
});

export const kriterienSchema = z.object({
  stichtag: z.string(),
  leistungen: z.number(),
  kriterien: z.array(
    z.object({
      kriterium,
      label: z.string(),
      kurz: z.string(),
      eingabe: z.string(),
      regel: z.string(),
      quelle: z.string(),
      bekannt: z.number().describe('Von wie vielen Leistungen der Wert bekannt ist'),
    }),
  ),
});

export const angabeSchema = z.object({
  bezugArt: z.enum(bezugArten),
  bezugId: z.string(),
  kriterium,
  fassung: z.number(),
  rohwert: z.string().nullable().describe('null: zurückgenommen'),
  quelle: z.string(),
  stand: z.string(),
});

export const einlesenSchema = z.object({
  uebernommen: z.boolean(),
  zeilen: z.array(
    z.object({
      zeile: z.number(),
      art: z.enum(['neu', 'geaendert', 'unveraendert', 'fehler']),
      titel: z.string(),
      aenderungen: z.array(z.object({ feld: z.string(), vorher: z.string(), nachher: z.string() })),
      fehler: z.array(z.string()),
    }),
  ),
});

export const standSchema = z.object({
  art: z.enum(dienstArten),
  dienstId: z.string(),
  fassung: z.number(),
  titel: z.string(),
  leistungen: z.array(z.string()),
  entscheid: z.enum(entscheide),
  quartal: z.string().nullable(),
  grund: z.string(),
  verantwortlich: z.string(),
  sitzungsbeschluss: z.string().nullable(),
  entschiedenAm: z.string(),
});

export const abweichungSchema = z.object({
  ags: z.string(),
  kommune: z.string(),
  art: z.enum(dienstArten),
  dienstId: z.string(),
  fassung: z.number(),
  abweichung: z.enum(abweichungArten),
  quartal: z.string().nullable(),
  grund: z.string(),
  angegebenAm: z.string(),
});

export const strategiezeileSchema = z.object({
  dienst: z.object({
    art: z.enum(dienstArten),
    id: z.string(),
    titel: z.string(),
    anbieter: z.string(),
    status: z.string(),
    verfuegbarAb: z.string().nullable(),
    leistungen: z.array(z.string()),
    href: z.string(),
  }),
  stand: standSchema.nullable(),
  abweichungen: z.array(abweichungSchema),
});
