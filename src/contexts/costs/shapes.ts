import { z } from 'zod';
import { parseLocalDate } from '#kernel';
import type { FoerderprogrammInhalt } from './domain/foerderprogramm.ts';
import { schluesselarten } from './domain/kostenplan.ts';
import { kostenplanSchema } from './domain/plan-schema.ts';
import type { SchluesseltabelleInhalt } from './domain/schluesseltabelle.ts';
import { zahlerKey } from './domain/zahler-name.ts';
import type { PlanInhalt } from './plan-inhalt.ts';

// The shapes of what is kept as JSON and of what comes through the API; the types say what they mean.

export const tagSchema = z
  .string()
  .describe('Tag JJJJ-MM-TT')
  .transform((text, context) => {
    const parsed = parseLocalDate(text);
    if (parsed.ok) return parsed.value;
    context.addIssue(parsed.refusal.message);
    return z.NEVER;
  });

export const kennungSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,79}$/)
  .describe('Kennung aus kleinen Buchstaben, Ziffern und Strichen');

const dezimal = z
  .string()
  .regex(/^-?\d{1,30}([.,]\d{1,30}|\/\d{1,30})?$/)
  .describe('Genaue Zahl als Text: 12.96662 oder 1/3');

const quelleSchema = z.strictObject({
  title: z.string().trim().max(300),
  url: z.url({ protocol: /^https?$/ }).nullable(),
});

const titel = z.string().trim().min(2).max(200);

export const schluesselKopfSchema = z.strictObject({
  id: kennungSchema,
  name: titel,
  art: z.enum(schluesselarten),
  jahr: z.int().min(1990).max(2100),
  angewandtFuer: z.int().optional(),
  stand: tagSchema.nullable(),
  quelle: quelleSchema,
  annahme: z.boolean().default(false),
});
export type SchluesselKopf = z.output<typeof schluesselKopfSchema>;

export const schluesselSchema = schluesselKopfSchema.omit({ id: true }).extend({
  renormiert: z
    .boolean()
    .default(false)
    .describe('Die Anteile ergeben nicht 100 und werden ausdrücklich umgerechnet'),
  gewichte: z.record(z.string().regex(zahlerKey), dezimal),
}) satisfies z.ZodType<SchluesseltabelleInhalt>;

const bezug = z.discriminatedUnion('art', [
  z.strictObject({
    art: z.literal('tabelle'),
    id: kennungSchema,
    tabelle: kennungSchema,
    angepasst: z.boolean().default(false).describe('Nur auf die Teilnehmenden bezogen'),
  }),
  z.strictObject({ art: z.literal('nutzung'), id: kennungSchema, jahr: z.int() }),
  z.strictObject({ art: z.literal('gleich'), id: kennungSchema }),
  z.strictObject({
    art: z.literal('kombination'),
    id: kennungSchema,
    titel,
    teile: z.array(z.strictObject({ schluessel: kennungSchema, gewicht: dezimal })).max(20),
  }),
]);

const { titel: plantitel, von, bis, positionen, finanzierung, zahler, uebertraege } = kostenplanSchema.shape;
const { rundung, beitritt, beschluss } = kostenplanSchema.shape;

/** What a house states of a plan; the parts that the domain knows have its shape. */
export const planSchema = z.strictObject({
  ...{ titel: plantitel, von, bis, positionen, finanzierung, zahler, uebertraege },
  ...{ rundung, beitritt, beschluss },
  schluessel: z.array(bezug).max(40),
  anbindungCent: z.int().min(0).max(1_000_000_000).default(0).describe('Einmalig je Kommune, netto'),
  anbindungText: z.string().max(500).default(''),
}) satisfies z.ZodType<PlanInhalt>;

export const foerderprogrammSchema = z.strictObject({
  titel: z.string().trim().min(3).max(200),
  geber: z.string().trim().min(2).max(200),
  leistung: z.string().trim().min(3).max(1000),
  wer: z.string().trim().min(3).max(500),
  gueltigVon: tagSchema.nullable(),
  gueltigBis: tagSchema.nullable(),
  antragsfrist: tagSchema.nullable(),
  quelle: quelleSchema,
  annahme: z.boolean().default(false),
}) satisfies z.ZodType<FoerderprogrammInhalt>;

const angabe = z.string().max(300);

/** Billing particulars; what they want is said where they are read (`leseAngaben`). */
export const angabenSchema = z.strictObject({
  name: angabe,
  strasse: angabe,
  plz: angabe,
  ort: angabe,
  email: angabe,
  leitwegId: angabe.describe('Grobadresse, Feinadresse und zwei Prüfziffern mit Strichen'),
  ustId: angabe,
  steuernummer: angabe,
  kennnummer: angabe.describe('Register- oder Lieferantennummer'),
  iban: angabe,
  ansprechstelle: angabe,
  telefon: angabe,
});

/** What a payer is asked for. */
export const zahlerangabenSchema = angabenSchema
  .pick({ name: true, strasse: true, plz: true, ort: true, email: true, leitwegId: true })
  .partial();
