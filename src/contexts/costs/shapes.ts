import { z } from 'zod';
import { parseLocalDate } from '#kernel';
import type { FoerderprogrammInhalt } from './domain/foerderprogramm.ts';
import { beitrittsregeln, kostenarten, rundungen, schluesselarten } from './domain/kostenplan.ts';
import { isMonat, type Monat } from './domain/monat.ts';
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

const monatSchema = z
  .string()
  .describe('Monat JJJJ-MM')
  .transform((text, context): Monat => {
    if (isMonat(text)) return text;
    context.addIssue('Bitte einen Monat als JJJJ-MM angeben, zum Beispiel 2027-01.');
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

const cent = z.int().min(-1_000_000_000_000).max(1_000_000_000_000).describe('Ganze Cent');

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

const position = z.strictObject({
  id: kennungSchema,
  titel,
  art: z.enum(kostenarten).describe('Kostenart nach Beschluss 2021/24 des IT-Planungsrats'),
  betrag: z.discriminatedUnion('art', [
    z.strictObject({ art: z.literal('fest'), cent }),
    z.strictObject({ art: z.literal('je-fall'), preisCent: dezimal }),
  ]),
  schluessel: kennungSchema,
  steuer: z
    .array(
      z.strictObject({
        ab: tagSchema.nullable(),
        regel: z.string().max(80),
        norm: z.string().max(200).optional(),
      }),
    )
    .max(10),
  von: monatSchema.optional(),
  bis: monatSchema.optional(),
  merkmal: z.string().max(60).optional(),
});

const finanzierung = z.strictObject({
  modell: z.string().max(60),
  titel: z.string().max(200),
  quelle: z.string().max(300).optional(),
  vorab: z
    .array(
      z.strictObject({
        id: kennungSchema,
        titel,
        anteil: dezimal,
        zahler: z.string().max(20),
        merkmal: z.string().max(60),
      }),
    )
    .max(10),
  schichten: z
    .array(
      z.strictObject({
        id: kennungSchema,
        titel,
        anteil: dezimal,
        gruppen: z.array(z.string().max(60)).max(20),
        schluessel: kennungSchema.nullable(),
      }),
    )
    .max(10),
});

const zahler = z.strictObject({
  kennung: z.string().regex(zahlerKey),
  name: z.string().trim().min(1).max(200),
  gruppen: z.array(z.string().max(60)).max(20),
  von: tagSchema.optional(),
  bis: tagSchema.optional(),
  vertragAm: tagSchema.optional(),
});

const uebertrag = z.strictObject({
  id: kennungSchema,
  titel,
  ausJahr: z.int(),
  cent,
  zahler: z.string().max(20).nullable(),
  schluessel: kennungSchema.nullable(),
  steuer: z.strictObject({ regel: z.string().max(80), satz: dezimal, norm: z.string().max(200) }),
});

export const planSchema = z.strictObject({
  titel: z.string().trim().min(3).max(200),
  von: monatSchema,
  bis: monatSchema,
  positionen: z.array(position).max(200),
  schluessel: z.array(bezug).max(40),
  finanzierung,
  zahler: z.array(zahler).max(20_000),
  uebertraege: z.array(uebertrag).max(500),
  rundung: z.enum(rundungen),
  beitritt: z.enum(beitrittsregeln),
  beschluss: z
    .strictObject({ gremium: z.string().max(200), am: tagSchema, einstimmig: z.boolean() })
    .optional(),
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
