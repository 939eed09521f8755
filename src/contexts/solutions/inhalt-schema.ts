import { createHash } from 'node:crypto';
import { z } from 'zod';
import { evidenceGrades, type LocalDate, parseLocalDate } from '#kernel';
import { efaKriterien, efaUrteile } from './domain/efa-kriterien.ts';
import { type LoesungInhalt, loesungsarten, loesungsstatus, niveaus } from './domain/loesung.ts';

const line = z.string().min(1).max(200);
const long = z.string().min(1).max(1000);
const names = z.array(line).max(50);
const cents = z.int().min(0).max(100_000_000_000);
const address = z
  .string()
  .max(500)
  .regex(/^https?:\/\/\S+$/);

const day = z.string().transform((text, context): LocalDate => {
  const parsed = parseLocalDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue(parsed.refusal.message);
  return z.NEVER;
});

const leistungSchema = z.strictObject({
  leistungId: z.string().regex(/^L\d{5}$/),
  status: z.enum(loesungsstatus),
  reifegrad11: z.int().min(0).max(4).nullable(),
  reifegrad20: z.int().min(0).max(7).nullable(),
  kommentar: z.string().min(1).max(500).nullable(),
});

/** A Lösung as files and the database hold it. */
export const inhaltSchema = z.strictObject({
  name: line,
  art: z.enum(loesungsarten),
  anbieter: line.nullable(),
  hersteller: line.nullable(),
  preisText: long.nullable(),
  preisEinmaligCent: cents.nullable(),
  preisJaehrlichCent: cents.nullable(),
  schnittstellen: names,
  fachverfahren: names,
  voraussetzungen: long.nullable(),
  vertrauensniveau: z.enum(niveaus).nullable(),
  zahlverfahren: names,
  portale: names,
  verfuegbarAb: day.nullable(),
  endetAm: day.nullable(),
  status: z.enum(loesungsstatus),
  efa: z.partialRecord(z.enum(efaKriterien), z.enum(efaUrteile)),
  leistungen: z.array(leistungSchema).max(500),
  url: address.nullable(),
  hinweis: long.nullable(),
  quelle: z.strictObject({ title: line, url: address.nullable() }),
  quelleStand: day,
  evidenz: z.enum(evidenceGrades),
  felder: z.record(z.string().max(60), z.string().max(2000)).default({}),
});

/** Parses a content that stands in our own database or files; throws where it is none. */
export function parseInhalt(value: unknown): LoesungInhalt {
  return inhaltSchema.parse(value);
}

/** A short name for a content: equal contents have equal ones, whatever the order of their fields. */
export function hashOfInhalt(inhalt: LoesungInhalt | null): string {
  const fields = inhalt === null ? null : inhaltSchema.parse(inhalt);
  return hashOf(fields && sorted(fields));
}

/** Contents without own fields have the name that they had before there were any. */
function sorted({ felder, ...fields }: z.infer<typeof inhaltSchema>) {
  const own = Object.entries(felder).toSorted();
  const plain = { ...fields, efa: Object.entries(fields.efa).toSorted() };
  return own.length === 0 ? plain : { ...plain, felder: own };
}

function hashOf(value: unknown): string {
  const text = JSON.stringify(value);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
