import { z } from 'zod';
import { evidenceGrades } from '#kernel';
import { dateParameter, listQueryShape } from '#platform';

const day = z.iso.date();
const named = z.object({ ags: z.string(), name: z.string() });
const klasse = z
  .enum([
    'kreisfreie-stadt',
    'grosse-kreisangehoerige-stadt',
    'mittlere-kreisangehoerige-stadt',
    'kreisangehoerige-gemeinde',
    'kreis',
    'staedteregion',
  ])
  .nullable();
const art = z.enum(['gemeinde', 'stadt', 'kreis', 'staedteregion']);

const summarySchema = z.object({
  ags: z.string(),
  name: z.string(),
  art,
  groessenklasse: klasse,
  kreis: named.nullable(),
  regierungsbezirk: z.string().nullable(),
  land: z.string(),
  einwohner: z.object({ stichtag: day, zahl: z.int() }).nullable(),
});

export const bodiesSchema = z.object({
  kommunen: z.array(summarySchema),
  total: z.int(),
  seite: z.int(),
  seiten: z.int(),
  anzahl: z.int(),
  date: day,
});

export const bodySchema = z.object({
  ags: z.string(),
  ars: z.string().nullable(),
  name: z.string(),
  amtlicherName: z.string(),
  art,
  bezeichnung: z.string(),
  groessenklasse: klasse,
  groessenklasseBeleg: z
    .object({
      validFrom: day.nullable(),
      validTo: day.nullable(),
      source: z.string(),
      sourceUrl: z.string().nullable(),
      evidence: z.enum(evidenceGrades),
      hinweis: z.string().nullable(),
    })
    .nullable(),
  date: day,
  kreis: named.nullable(),
  regierungsbezirk: z.string().nullable(),
  land: z.string(),
  einwohner: z.array(
    z.object({ stichtag: day, zahl: z.int(), quelle: z.string(), quelleUrl: z.string().nullable() }),
  ),
  plz: z.object({ werte: z.array(z.string()), lizenz: z.string() }),
  website: z.string().nullable(),
  websiteStatus: z.string().nullable(),
  gemeinden: z.array(named),
  stand: day.nullable(),
  quelle: z.string().nullable(),
});

/** The same parameters as the page's address has. */
export const bodiesQuerySchema = z.object({
  ...listQueryShape([
    { key: 'groessenklasse', label: 'Größenklassen' },
    { key: 'kreis', label: 'Schlüssel von Kreisen' },
    { key: 'regierungsbezirk', label: 'Namen von Regierungsbezirken' },
    { key: 'art', label: 'Arten von Kommunen' },
    { key: 'land', label: 'Schlüssel von Ländern' },
  ]),
  seite: z.string().max(7).optional(),
  anzahl: z.string().max(5).optional(),
  date: dateParameter,
});
