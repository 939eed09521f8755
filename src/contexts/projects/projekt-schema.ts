import { z } from 'zod';
import { evidenceGrades, parseLocalDate } from '#kernel';
import { abschlussArten, ohneTermine } from './domain/phase.ts';
import { efaTypen, groessenklassen, ohneIntern } from './domain/projekt.ts';

const day = z
  .string()
  .describe('JJJJ-MM-TT')
  .transform((text, context) => {
    const parsed = parseLocalDate(text);
    if (parsed.ok) return parsed.value;
    context.addIssue(parsed.refusal.message);
    return z.NEVER;
  });
const maybeDay = day.nullable().default(null);
const line = z.string().trim().max(200);
const names = z.array(line.min(1)).max(500).default([]);
const webAddress = z.url({ protocol: /^https?$/ }).max(510);

const termine = z
  .strictObject({
    planBeginn: maybeDay,
    planEnde: maybeDay,
    istBeginn: maybeDay,
    istEnde: maybeDay,
    bemerkung: z.string().trim().max(500).default(''),
  })
  .default(ohneTermine);

const herkunft = z.strictObject({
  quelle: z.string().min(1),
  url: webAddress.nullable(),
  stand: day,
  evidenz: z.enum(evidenceGrades),
});

/** What everybody may read of a project, as JSON: in the database, in shipped files and in the API. */
export const inhaltSchema = z.strictObject({
  titel: line.min(3),
  kurz: z.string().trim().max(2000).default(''),
  themenfeldId: z.int().nullable().default(null),
  efaTyp: z.enum(efaTypen).nullable().default(null),
  federfuehrung: line.min(1),
  postfach: z.string().max(200).nullable().default(null),
  kernteamFach: names,
  kernteamIt: names,
  leistungen: z
    .array(z.string().regex(/^L\d{5}$/))
    .max(500)
    .default([]),
  loesungen: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/))
    .max(500)
    .default([]),
  groessenklassen: z.array(z.enum(groessenklassen)).max(6).default([]),
  portale: names,
  phasen: z.strictObject({
    vorbereitung: termine,
    konzeption: termine,
    umsetzung: termine,
    'pilotierung-nrw': termine,
    'rollout-nrw': termine,
    'rollout-bund': termine,
  }),
  abschluss: z
    .strictObject({ art: z.enum(abschlussArten), am: day, grund: z.string().trim().max(500).default('') })
    .nullable()
    .default(null),
  foerderprogramm: line.default(''),
  foerderVon: maybeDay,
  foerderBis: maybeDay,
  antragsfrist: maybeDay,
  dokumente: z
    .array(z.strictObject({ titel: line.min(1), url: webAddress }))
    .max(500)
    .default([]),
  notiz: z.string().trim().max(4000).default(''),
  herkunft: herkunft.nullable().default(null),
  erfunden: z.boolean().default(false),
  felder: z
    .record(z.string().max(60), z.string().max(2000))
    .default({})
    .describe('Eigene Felder des führenden Hauses; alle können sie lesen'),
});

/** A project in a shipped file: nothing without its source. */
export const shippedSchema = inhaltSchema.omit({ felder: true }).extend({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/),
  herkunft,
  erfunden: z.literal(false).default(false),
});

/** What only the leading house knows, as JSON. */
export const internSchema = z
  .strictObject({
    kontakt: line.default(''),
    quoteBasispunkte: z.int().min(0).max(10_000).nullable().default(null).describe('8000 sind 80 %'),
    betragCent: z.int().min(0).nullable().default(null),
    nachweisFrist: maybeDay,
    nachweisAm: maybeDay,
    notiz: z.string().trim().max(4000).default(''),
  })
  .default(ohneIntern);

/** What saving a project takes, through the API and as a file. */
export const saveBodySchema = z.strictObject({
  grundlage: z.int().min(1).describe('Fassung, auf der die Änderung beruht').optional(),
  inhalt: inhaltSchema,
  intern: internSchema.optional(),
});
