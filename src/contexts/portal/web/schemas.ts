import { z } from 'zod';

const span = z.object({ von: z.string(), bis: z.string() });
const week = z.object({
  mo: z.array(span),
  di: z.array(span),
  mi: z.array(span),
  do: z.array(span),
  fr: z.array(span),
  sa: z.array(span),
  so: z.array(span),
});
export const hoursSchema = z.object({
  woche: week,
  ausnahmen: z.array(z.object({ tag: z.string(), zeiten: z.array(span), grund: z.string() })),
});

export const siteSchema = z.object({
  slug: z.string(),
  ags: z.string(),
  name: z.string(),
  anschrift: z.string(),
  telefon: z.string(),
  email: z.string(),
  vertretung: z.string(),
  datenschutzEmail: z.string(),
  veroeffentlichtAb: z.string().nullable(),
  barrierefreiheitGeprueftAm: z.string().nullable(),
  version: z.number(),
  oeffnungszeiten: hoursSchema,
});

export const officeSchema = z.object({
  id: z.string(),
  name: z.string(),
  anschrift: z.string(),
  telefon: z.string(),
  email: z.string(),
  leistungen: z.array(z.string()),
  version: z.number(),
  oeffnungszeiten: hoursSchema,
});

export const trefferSchema = z.object({
  id: z.string(),
  name: z.string(),
  art: z
    .enum(['online', 'hier', 'anderswo', 'offen'])
    .describe('anderswo: eine andere Stelle ist zuständig; offen: niemand weiß es'),
  href: z.string(),
  stelle: z.string().nullable(),
});

export const angebotSchema = z.object({ id: z.string(), name: z.string(), online: z.boolean() });

export const serviceSchema = z.object({
  id: z.string(),
  name: z.string(),
  texte: z.array(
    z.object({
      abschnitt: z
        .string()
        .describe('was, fuerWen, benoetigt, kosten, dauer, frist, recht oder ein LeiKa-Textmodul'),
      text: z.array(z.string()),
      ebene: z.string(),
      redaktion: z.string(),
      stand: z.string(),
      quelle: z.string(),
    }),
  ),
  stand: z.string().nullable(),
  zustaendig: z.string().nullable().describe('Die zuständige Stelle am Ort; null, wo sie offen ist'),
  onlinedienst: z
    .object({
      name: z.string(),
      href: z.string(),
      quelle: z.enum(['eigen', 'fremd']),
      vertrauensniveau: z.string().nullable(),
      gebuehr: z.string().nullable(),
    })
    .nullable(),
  gruende: z.array(z.string()),
  normen: z.array(z.object({ text: z.string(), url: z.string().nullable() })),
  online: z.object({ dienst: z.string(), ausgesetzt: z.string().nullable() }).nullable(),
  anderswo: z.string().nullable().describe('Die zuständige Stelle, wo es nicht diese Kommune ist'),
  stellen: z.array(
    z.object({
      name: z.string(),
      anschrift: z.string(),
      telefon: z.string(),
      email: z.string(),
      oeffnungszeiten: z.union([z.string(), hoursSchema]),
    }),
  ),
});

const typed = z.string().max(5_000).optional();

/** What is typed, as the form has it; a field that is missing is empty. */
const hoursInput = {
  'zeiten-mo': typed.describe('Zum Beispiel 8:00–12:00, 14:00–17:30; leer heißt geschlossen'),
  'zeiten-di': typed,
  'zeiten-mi': typed,
  'zeiten-do': typed,
  'zeiten-fr': typed,
  'zeiten-sa': typed,
  'zeiten-so': typed,
  'zeiten-ausnahmen': typed.describe('Ein Tag je Zeile: 24.12.2026 geschlossen Heiligabend'),
};

export const siteBody = z.strictObject({
  version: z.number().int().min(0).describe('Die gelesene Version; 0, wo es noch keinen Auftritt gibt'),
  anschrift: typed,
  telefon: typed,
  email: typed,
  vertretung: typed,
  datenschutzEmail: typed,
  veroeffentlichtAb: typed.describe('JJJJ-MM-TT; leer: nicht öffentlich'),
  barrierefreiheitGeprueftAm: typed,
  ...hoursInput,
});

export const officeBody = z.strictObject({
  version: z.number().int().min(0).describe('Die gelesene Version; 0 für ein neues Amt'),
  name: typed,
  anschrift: typed,
  telefon: typed,
  email: typed,
  leistungen: z
    .string()
    .max(40_000)
    .optional()
    .describe('LeiKa-Schlüssel oder Nummern, mit Leerzeichen getrennt'),
  ...hoursInput,
});
