import { z } from 'zod';
import { type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import { beitrittsregeln, type Kostenplan, kostenarten, rundungen, schluesselarten } from './kostenplan.ts';
import { isMonat, type Monat } from './monat.ts';

const text = (max: number) => z.string().min(1).max(max);
const kennung = text(60).describe('Amtlicher Schlüssel; er entscheidet zwischen gleichen Resten');
const cent = z
  .string()
  .regex(/^-?\d{1,16}$/)
  .transform((digits) => BigInt(digits))
  .describe('Ganze Cent');
const dezimal = z
  .string()
  .max(200)
  .regex(/^-?\d+([.,]\d+)?$|^-?\d+\/\d+$/)
  .describe('Dezimalzahl oder Bruch, zum Beispiel 12.96662 oder 1/3');
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((given, context): LocalDate => {
    const parsed = parseLocalDate(given);
    if (parsed.ok) return parsed.value;
    context.issues.push({ code: 'custom', message: parsed.refusal.message, input: given });
    return z.NEVER;
  });
const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .transform((given, context): Monat => {
    if (isMonat(given)) return given;
    context.issues.push({ code: 'custom', message: `Den Monat ${given} gibt es nicht.`, input: given });
    return z.NEVER;
  });
const satz = z.string().regex(/^0(\.\d{1,6})?$/);
const list = <T extends z.ZodType>(item: T, max: number) => z.array(item).max(max);

const schluessel = z.strictObject({
  id: text(60),
  titel: text(200),
  art: z.enum(schluesselarten),
  werte: z.record(kennung, dezimal).optional(),
  teile: list(z.strictObject({ schluessel: text(60), gewicht: dezimal }), 20).optional(),
  jahr: z.number().int().optional(),
  angewandtFuer: z.number().int().optional(),
  stichtag: day.optional(),
  quelle: text(500).optional(),
  renormiert: z.boolean().optional().describe('Ausdrücklich auf 100 Prozent umrechnen'),
});

const position = z.strictObject({
  id: text(60),
  titel: text(200),
  art: z.enum(kostenarten),
  betrag: z.discriminatedUnion('art', [
    z.strictObject({ art: z.literal('fest'), cent }),
    z.strictObject({ art: z.literal('je-fall'), preisCent: dezimal }),
  ]),
  schluessel: text(60),
  steuer: list(z.strictObject({ ab: day.nullable(), regel: text(60), norm: text(200).optional() }), 20),
  von: month.optional(),
  bis: month.optional(),
  merkmal: text(60).optional(),
});

const finanzierung = z.strictObject({
  modell: text(60),
  titel: text(200),
  quelle: text(500).optional(),
  vorab: list(
    z.strictObject({ id: text(60), titel: text(200), anteil: dezimal, zahler: kennung, merkmal: text(60) }),
    20,
  ),
  schichten: list(
    z.strictObject({
      id: text(60),
      titel: text(200),
      anteil: dezimal,
      gruppen: list(text(60), 20),
      schluessel: text(60).nullable(),
    }),
    20,
  ),
});

const zahler = z.strictObject({
  kennung,
  name: text(200),
  gruppen: list(text(60), 20),
  von: day.optional(),
  bis: day.optional(),
  vertragAm: day.optional(),
});

const uebertrag = z.strictObject({
  id: text(200),
  titel: text(200),
  ausJahr: z.number().int(),
  cent,
  zahler: kennung.nullable(),
  schluessel: text(60).nullable(),
  steuer: z.strictObject({ regel: text(60), satz, norm: z.string().max(200) }),
});

const steuerregel = z.strictObject({
  id: text(60),
  titel: text(200),
  art: z.enum(['nicht-steuerbar', 'steuerfrei', 'steuerpflichtig']),
  normNoetig: z.boolean(),
  fassungen: list(z.strictObject({ von: day, bis: day.nullable(), satz, norm: z.string().max(200) }), 50),
  quelle: z.string().max(500),
});

/** A Kostenplan as JSON: sums as texts of digits, so that no reader rounds them. */
export const kostenplanSchema = z.strictObject({
  dienst: text(60),
  titel: text(200),
  jahr: z.number().int().min(2000).max(2100),
  art: z.enum(['plan', 'ist']),
  von: month,
  bis: month,
  positionen: list(position, 500),
  schluessel: list(schluessel, 100),
  finanzierung,
  zahler: list(zahler, 20_000),
  uebertraege: list(uebertrag, 60_000),
  steuerregeln: list(steuerregel, 50),
  rundung: z.enum(rundungen),
  beitritt: z.enum(beitrittsregeln),
  betreiber: text(200),
  beschluss: z.strictObject({ gremium: text(200), am: day, einstimmig: z.boolean() }).optional(),
});

/** Reads a Kostenplan from JSON. Refuses with `COSTS_PLAN_INVALID`, every wrong place named. */
export function parseKostenplan(json: unknown): Result<Kostenplan> {
  const parsed = kostenplanSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ field: path.join('.'), message }));
  return refuse({
    kind: 'invalid',
    code: 'COSTS_PLAN_INVALID',
    message: `Der Kostenplan ist an ${parsed.error.issues.length} Stellen nicht lesbar. Es wurde nichts übernommen. Bitte berichtigen Sie die genannten Stellen.`,
    fields,
  });
}
