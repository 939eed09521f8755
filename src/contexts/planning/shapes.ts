import { z } from 'zod';
import { parseLocalDate, parseQuartal } from '#kernel';
import type { MassnahmeInhalt } from './domain/massnahme.ts';
import type { Planungsproblem } from './domain/problem.ts';
import { monatShape } from './domain/quartale.ts';
import { mostTage } from './domain/tage.ts';
import type { TeamInhalt } from './domain/team.ts';
import type { VorlageInhalt } from './domain/vorlage.ts';
import type { Ziel } from './domain/ziele.ts';

// The shapes of what is kept as JSON and of what comes through the API; the types say what they mean.

const tage = z
  .int()
  .min(0)
  .max(mostTage * 10)
  .describe('Personentage in Zehnteln: 125 sind 12,5 Tage');

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,79}$/)
  .describe('Kennung aus kleinen Buchstaben, Ziffern und Strichen');

const faehigkeit = z.string().trim().min(2).max(80);

export const tagSchema = z.string().transform((text, context) => {
  const parsed = parseLocalDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue(parsed.refusal.message);
  return z.NEVER;
});

export const quartalSchema = z
  .string()
  .describe('Quartal JJJJ-Qn')
  .transform((text, context) => {
    const parsed = parseQuartal(text);
    if (parsed.ok) return parsed.value;
    context.addIssue(parsed.refusal.message);
    return z.NEVER;
  });

export const teamSchema = z.strictObject({
  name: z.string().trim().min(2).max(120),
  faehigkeiten: z.array(faehigkeit).max(40),
  monatlich: tage,
  abweichungen: z.record(z.string().regex(monatShape), tage).default({}),
  beendet: z.boolean().default(false),
}) satisfies z.ZodType<TeamInhalt>;

export const vorlageSchema = z.strictObject({
  name: z.string().trim().min(3).max(120),
  zeilen: z
    .array(
      z.strictObject({
        seite: z.enum(['dienstleister', 'kommune']),
        faehigkeit,
        einmalig: tage,
        jeKommune: tage,
      }),
    )
    .min(1)
    .max(20),
  vorbereitung: z.array(z.string().trim().min(3).max(300)).max(20).default([]),
  beendet: z.boolean().default(false),
}) satisfies z.ZodType<VorlageInhalt>;

const ags = z.string().regex(/^\d{5}(\d{3})?$/);

export const massnahmeSchema = z.strictObject({
  titel: z.string().trim().min(3).max(200),
  leistungId: z
    .string()
    .regex(/^L\d{5}$/)
    .nullable()
    .default(null),
  vorlage: id,
  kommunen: z.array(z.strictObject({ ags, quartal: quartalSchema.nullable().default(null) })).max(500),
  gewicht: z.int().min(1).max(100).default(50),
  begruendung: z.string().max(500).default(''),
  verfuegbarAb: tagSchema.nullable().default(null),
  frist: tagSchema.nullable().default(null),
  nach: z.array(id).max(50).default([]),
  teams: z.record(z.string(), z.string()).default({}),
}) satisfies z.ZodType<MassnahmeInhalt>;

const position = z.int().min(0);

export const problemSchema = z.object({
  quartale: z.array(quartalSchema),
  teams: z.array(
    z.object({ id: z.string(), name: z.string(), ags: z.string().nullable(), kapazitaet: z.array(z.int()) }),
  ),
  kommunen: z.array(z.object({ ags: z.string(), name: z.string() })),
  massnahmen: z.array(
    z.object({
      id: z.string(),
      titel: z.string(),
      leistungId: z.string().nullable(),
      art: z.string(),
      gewicht: z.int(),
      begruendung: z.string(),
      verfuegbarAb: tagSchema.nullable(),
      frist: tagSchema.nullable(),
      vorbereitung: z.array(z.string()),
    }),
  ),
  einheiten: z.array(
    z.object({
      massnahme: position,
      ags: z.string().nullable(),
      lasten: z.array(z.object({ team: position, tage: z.int() })),
      von: z.int(),
      bis: z.int(),
      wunsch: z.int(),
      gewicht: z.int(),
    }),
  ),
  kanten: z.array(
    z.object({ vor: position, nach: position, abstand: z.union([z.literal(0), z.literal(1)]) }),
  ),
  annahmen: z.array(z.string()),
  hinweise: z.array(z.string()),
}) satisfies z.ZodType<Planungsproblem>;

export const zielSchema = z.object({
  massnahme: z.string(),
  titel: z.string(),
  leistungId: z.string().nullable(),
  art: z.string(),
  quartal: quartalSchema.nullable(),
  wunsch: quartalSchema.nullable(),
  mit: z.array(z.string()),
  fachbereiche: z.array(z.object({ name: z.string(), tage: z.int() })),
  vorbereitung: z.array(z.string()),
}) satisfies z.ZodType<Ziel>;

export const grundlage = z.int().min(0).default(0);
