import { z } from 'zod';
import { completenessSchema } from '#fields';
import { abschlussArten, phasen } from '../domain/phase.ts';
import { inhaltSchema, internSchema } from '../projekt-schema.ts';

const verzug = z.object({
  phase: z.enum(phasen),
  termin: z.enum(['beginn', 'ende']),
  tage: z.number(),
  offen: z.boolean(),
});

export const projektSchema = z.object({
  id: z.string(),
  fassung: z.number(),
  haus: z.string(),
  stand: z.string(),
  phase: z.enum(['keine-angabe', 'nicht-begonnen', ...phasen, ...abschlussArten]),
  verzug: verzug.nullable(),
  interessierte: z.number(),
  eigenesInteresse: z.boolean(),
  gefuehrt: z.boolean(),
  inhalt: inhaltSchema,
  intern: internSchema.nullable().describe('Nur für das führende Haus'),
});

const kommune = z.object({ ags: z.string(), kommune: z.string() });

export const interessentSchema = kommune.extend({
  genannt: z.boolean(),
  bemerkung: z.string(),
  stand: z.string(),
});

export const detailSchema = projektSchema.extend({
  plaene: z.array(
    z.object({
      phase: z.enum(phasen),
      termin: z.enum(['beginn', 'ende']),
      tage: z.array(z.object({ tag: z.string().nullable(), stand: z.string(), fassung: z.number() })),
      verschobenUm: z.number().nullable(),
    }),
  ),
  genannteKommunen: z.array(kommune),
  interessenten: z.array(interessentSchema).describe('Nur für das führende Haus'),
  loesungen: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  wirkung: z
    .object({
      kommunen: z.number().describe('mit wenigstens einer angegebenen Lücke'),
      woher: z.string(),
      liste: z.array(
        z.object({
          ags: z.string(),
          name: z.string(),
          leistungen: z.array(z.string()),
          ohneAngabe: z.array(z.string()).describe('geschuldet, aber ohne Angabe; zählt nicht als Lücke'),
        }),
      ),
    })
    .nullable()
    .describe('Wessen Lücken das Projekt schließt; null: keine Angabe'),
  vollstaendigkeit: completenessSchema,
  fassungen: z.array(z.object({ fassung: z.number(), stand: z.string(), haus: z.string() })),
});

const zeitraum = z.object({ from: z.string(), to: z.string().nullable() }).nullable();

export const zeitplanSchema = z.object({
  von: z.string(),
  bis: z.string(),
  zeilen: z.array(
    z.object({
      projekt: z.string(),
      titel: z.string(),
      themenfeld: z.string(),
      phase: z.enum(phasen),
      geplant: zeitraum,
      tatsaechlich: zeitraum,
    }),
  ),
});

export const fristenSchema = z.object({
  tage: z.number(),
  fristen: z.array(
    z.object({
      projekt: z.string(),
      titel: z.string(),
      programm: z.string(),
      art: z.enum(['antrag', 'zeitraum-ende', 'nachweis']),
      am: z.string(),
      versaeumt: z.boolean(),
    }),
  ),
});

export const einlesenSchema = z.object({
  uebernommen: z.boolean(),
  zeilen: z.array(
    z.object({
      zeile: z.number(),
      art: z.enum(['neu', 'geaendert', 'unveraendert', 'konflikt', 'fehler']),
      kennung: z.string(),
      titel: z.string(),
      aenderungen: z.array(z.object({ feld: z.string(), vorher: z.string(), nachher: z.string() })),
      fehler: z.array(z.string()),
    }),
  ),
});
