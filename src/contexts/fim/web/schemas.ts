import { z } from 'zod';

const texts = z.array(z.string());

export const fassungSchema = z.object({
  id: z.string(),
  version: z.string(),
  einlesung: z.number(),
  standard: z.enum(['2', '3.0.0']),
  name: z.string(),
  bezeichnung: z.string(),
  freigabestatus: z.string(),
  bezug: texts,
  letzteAenderung: z.string().nullable(),
  quelle: z.string(),
  lizenz: z.string(),
  sha256: z.string(),
  eingelesenAm: z.string(),
  zahlen: z.object({
    felder: z.number().describe('so oft, wie Felder in der Datei stehen'),
    felderEindeutig: z.number(),
    gruppen: z.number(),
    gruppenEindeutig: z.number(),
    regeln: z.number(),
    regelnEindeutig: z.number(),
    codelisten: z.number(),
    arbeitspunkte: z.number(),
    luecken: z.number(),
    bytes: z.number(),
  }),
});

export const zeileSchema = fassungSchema.extend({ offen: z.number().describe('offene Arbeitspunkte') });

export const befundSchema = z.object({
  art: z.string(),
  gewicht: z.enum(['hinweis', 'arbeit', 'luecke']),
  fimId: z.string(),
  ort: z.string(),
  zeile: z.number(),
  text: z.string(),
});

export const detailSchema = zeileSchema.extend({
  versionen: texts,
  formular: z
    .object({ seiten: z.number() })
    .nullable()
    .describe('null: Es lässt sich kein Formular beweisen'),
  hindernisse: texts,
  bericht: z.array(befundSchema),
});

export const punktSchema = z.object({
  schluessel: z.string(),
  art: z.enum(['regel', 'codeliste', 'feld']),
  fimId: z.string(),
  titel: z.string(),
  text: z.string(),
  verstanden: z.enum(['ganz', 'angenaehert', 'teilweise', 'nicht']),
  maschinenregeln: z.array(
    z.object({ ort: z.string(), feld: z.string(), wirkung: z.string(), ausdruck: z.string() }),
  ),
  orte: texts,
  stand: z.enum(['offen', 'erledigt', 'entfaellt']),
  textGeaendert: z.boolean().describe('Das Schema sagt inzwischen etwas anderes, als abgehakt wurde'),
  haken: z.object({ stand: z.string(), person: z.string(), am: z.string(), notiz: z.string() }).nullable(),
});

export const vergleichSchema = z.object({
  unveraendert: z.number(),
  unterschiede: z.array(
    z.object({
      art: z.enum(['neu', 'geaendert', 'entfaellt']),
      element: z.enum(['Schema', 'Gruppe', 'Feld', 'Regel']),
      fimId: z.string(),
      bezeichnung: z.string(),
      zeile: z.number(),
      aenderungen: z.array(z.object({ feld: z.string(), vorher: z.string(), nachher: z.string() })),
    }),
  ),
});

export const vorschauSchema = vergleichSchema.extend({
  uebernommen: z.boolean(),
  schema: fassungSchema,
  gegen: z.string().nullable().describe('Version, mit der verglichen wurde'),
  bericht: z.array(befundSchema),
});
