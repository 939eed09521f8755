import { z } from 'zod';
import { type LocalDate, parseLocalDate } from '#kernel';
import { befugnisarten } from './domain/befugnis.ts';
import { vergabearten } from './domain/bestellung.ts';
import { kriterien } from './domain/mindestkriterien.ts';

/** A day as `YYYY-MM-DD`. */
export const tag = z.string().transform((text, context): LocalDate => {
  const parsed = parseLocalDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue(parsed.refusal.message);
  return z.NEVER;
});

const cent = z.number().int().min(0).max(100_000_000_000);
const text = (max: number) => z.string().trim().max(max);

const jahrespreis = z.discriminatedUnion('art', [
  z.strictObject({ art: z.literal('fest'), cent }),
  z.strictObject({
    art: z.literal('staffel'),
    stufen: z
      .array(z.strictObject({ bisEinwohner: z.number().int().min(1).nullable(), cent }))
      .min(1)
      .max(30),
  }),
  z.strictObject({ art: z.literal('umlage') }),
]);

/** A price sheet in the four parts of practice; amounts are whole cents. */
export const preisSchema = z.strictObject({
  jaehrlich: jahrespreis,
  ersteCent: cent.nullable(),
  einmalig: z.array(z.strictObject({ bezeichnung: text(200).min(2), cent })).max(30),
  erlaeuterung: text(2000),
  quelle: text(500),
  annahme: z.boolean(),
});

const urteil = z.strictObject({ erfuellt: z.boolean(), beleg: text(500).min(3) });

export const angabenSchema = z.strictObject({
  betreiber: text(200),
  leistungsgute: z.strictObject({
    verfuegbarkeit: text(500),
    support: text(500),
    reaktion: text(500),
    wartung: text(500),
  }),
  kriterien: z.partialRecord(z.enum(kriterien), urteil),
  rahmenNoetig: z.boolean(),
  eingestelltZum: tag.nullable(),
  kontakt: text(300),
});

/** What is stored of an order. */
export const bestellinhaltSchema = z.object({
  titel: z.string(),
  fassung: z.string(),
  haus: z.string(),
  preisblatt: z.number(),
  jahrCent: z.number(),
  ersteCent: z.number(),
  einmaligCent: z.number(),
  erlaeuterung: z.string(),
  laufzeitJahre: z.number().nullable(),
  wertCent: z.number(),
  laufendeVerwaltung: z.boolean(),
  laufendGrund: z.string(),
  vergabe: z.enum(vergabearten),
  vergabeGrund: z.string(),
  beginn: tag.nullable(),
  rahmen: z.object({ id: z.string(), titel: z.string() }).nullable(),
  leistungen: z.array(z.object({ leika: z.string(), name: z.string() })),
  norm: z.string(),
  bemerkung: z.string(),
});

export const zeichnungSchema = z.object({
  am: tag,
  von: z.string(),
  als: z.enum(befugnisarten),
  befugnis: z.string(),
  wie: z.enum(['hier', 'papier']),
});

export const zeitraumSchema = z.object({ von: tag, bis: tag, rechnungsjahr: z.number(), cent: z.number() });
