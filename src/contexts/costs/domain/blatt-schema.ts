import { z } from 'zod';
import { kostenplanSchema } from './plan-schema.ts';

const cent = z
  .string()
  .regex(/^-?\d+$/)
  .describe('Ganze Cent');
const bruch = z
  .string()
  .regex(/^-?\d+(\/\d+)?$/)
  .describe('Genaue Zahl: Zähler/Nenner, ohne Nenner eine ganze');
const monat = z.string().regex(/^\d{4}-\d{2}$/);

const schritte = z.strictObject({
  abschnitte: z
    .array(
      z.strictObject({
        id: z.string(),
        position: z.string(),
        von: monat,
        bis: monat,
        monate: z.number().int(),
        monateGesamt: z.number().int(),
        cent,
        gruppe: z.string().describe('Steuergruppe: Regel|Satz'),
        norm: z.string(),
      }),
    )
    .describe('Jede Position, geteilt, wo sich ihre Umsatzsteuer ändert'),
  verteiler: z
    .array(
      z.strictObject({
        id: z.string(),
        schluessel: z.string().nullable().describe('null: einer trägt alles'),
        schicht: z.string(),
        von: monat,
        bis: monat,
        summe: z.string(),
        gewichte: z.array(
          z.strictObject({ zahler: z.string(), wert: bruch, monate: z.number().int(), gewicht: z.string() }),
        ),
      }),
    )
    .describe('Wer in einer Schicht welches Gewicht hat: Wert mal Monate, ganzzahlig'),
  toepfe: z
    .array(
      z.strictObject({
        abschnitt: z.string(),
        schicht: z.string(),
        anteil: bruch,
        betrag: bruch.describe('Cent, ungerundet'),
        verteiler: z.string(),
      }),
    )
    .describe('Was eine Schicht von einem Abschnitt trägt'),
  gruppen: z.array(
    z.strictObject({
      id: z.string(),
      titel: z.string(),
      satz: bruch,
      normen: z.array(z.string()),
      cent,
      schichten: z.array(
        z.strictObject({
          schicht: z.string(),
          genau: bruch,
          cent: cent
            .nullable()
            .describe('Nur beim größten Rest: Die Schicht wird für sich auf Cent verteilt'),
        }),
      ),
    }),
  ),
});

const zahlung = z.strictObject({
  zahler: z.string(),
  genau: bruch.describe('Cent, ungerundet'),
  netto: z.record(z.string(), cent).describe('Gerundet, je Steuergruppe'),
  steuern: z.array(z.strictObject({ satz: bruch, grundlage: cent, cent })),
  nettoCent: cent,
  steuerCent: cent,
  bruttoCent: cent,
  aufrundung: bruch.nullable().describe('Nur bei vollen Euro: was über den genauen Anteil hinausgeht'),
});

/** The sheet of a bill as others read it. */
export const blattSchema = z.strictObject({
  format: z.literal('leitwerk/abrechnung@1'),
  plan: kostenplanSchema,
  schritte,
  zahlungen: z.array(zahlung),
  summe: z.strictObject({
    kosten: cent,
    netto: cent,
    steuer: cent,
    brutto: cent,
    rest: cent,
    aufrundung: cent,
  }),
  hinweise: z.array(z.strictObject({ code: z.string(), text: z.string() })),
});

/** The published JSON Schemas (draft 2020-12) by the name of their file in `data/schemas`. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const schema = z.toJSONSchema(blattSchema, { target: 'draft-2020-12', reused: 'ref', io: 'input' });
  const text = `${JSON.stringify({ title: 'Rechenblatt einer Abrechnung (leitwerk/abrechnung@1)', ...schema }, null, 2)}\n`;
  return new Map([['leitwerk-abrechnung-1.schema.json', text]]);
}
