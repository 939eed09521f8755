import { z } from 'zod';
import { dateParameter, listQueryShape } from '#platform';

const id = z.string().regex(/^L\d{5}$/);
const leika = z
  .string()
  .regex(/^99\d{12}$/)
  .nullable();
const named = z.object({ id: z.int(), name: z.string() });
/** The Fassung that an answer rests on. */
export const state = { fassung: z.int(), stand: z.iso.date(), quelle: z.string() };

const datum = z.iso
  .date()
  .nullable()
  .describe('Stichtag; ohne ihn steht der ganze Bestand da, auch was beendet ist');

/** The day of which an answer is; without it the whole stock, of a single Leistung today. */
export const dayQuerySchema = z.object({ date: dateParameter });

export const trefferSchema = z.object({
  id,
  leika,
  ozgId: z.int().nullable(),
  name: z.string(),
  score: z.number(),
  verdict: z.string().optional(),
});

export const summarySchema = z.object({
  id,
  leika,
  ozgId: z.int().nullable(),
  name: z.string(),
  typ: z.string().nullable(),
  regelung: z.string().nullable().describe('Wer regelt, nach der Typisierung: Bund, Land oder Kommune'),
});

const vollzugSchema = z.object({
  gruppen: z.array(z.object({ wer: z.string(), koerperschaften: z.int(), stellen: z.array(z.string()) })),
  herkunft: z.string().describe('„geerbt von OZG-Leistung …“ oder „eigene Regel“'),
  zweifel: z.string().nullable().describe('Wo Typisierung und Norm einander widersprechen'),
  regeln: z.array(z.object({ id: z.string(), norm: z.string(), beleg: z.string() })),
});

export const leistungSchema = summarySchema.extend({
  datum: z.iso.date(),
  inKraft: z.boolean().describe('Ob es die Leistung am Stichtag gibt; am letzten Tag gibt es sie noch'),
  vollzugLautTypisierung: z.string().nullable(),
  vollzug: vollzugSchema.nullable().describe('Wer vollzieht, am Stichtag, über alle Körperschaften'),
  typisierung: z.string(),
  leistungstyp: z.enum(['lo', 'lov', 'lovd']).nullable(),
  leikaTeile: z
    .object({
      gruppe: z.string().nullable(),
      objekt: z.string().nullable(),
      verrichtung: z.string().nullable(),
      detail: z.string().nullable(),
    })
    .nullable(),
  verrichtung: z.string(),
  sdg1: z.boolean().nullable(),
  sdg2: z.boolean().nullable(),
  gesetze: z.array(z.string()),
  rechtsgrundlagen: z.array(z.object({ text: z.string(), url: z.string().nullable() })),
  themenfeld: named.nullable(),
  lage: named.nullable(),
  verwandte: z.array(id),
  ende: z
    .object({
      endetAm: z.iso.date().nullable(),
      grund: z.string(),
      quelle: z.string(),
      quelleUrl: z.string().nullable(),
      gelesenAm: z.iso.date(),
      evidenz: z.string(),
      hinweis: z.string().nullable(),
    })
    .nullable(),
  ...state,
});

const endingSchema = summarySchema.extend({ endetAm: z.iso.date().nullable() });

const counted = named.extend({ leistungen: z.int() });
const ozgSummary = z.object({ ozgId: z.int(), name: z.string(), leistungen: z.int() });

export const treeSchema = z.object({
  datum,
  themenfelder: z.array(
    counted.extend({ lagen: z.array(counted.extend({ ozgLeistungen: z.array(ozgSummary) })) }),
  ),
  ohneOzg: z.object({ leistungen: z.int() }),
  summe: z.object({
    themenfelder: z.int(),
    lagen: z.int(),
    ozgLeistungen: z.int(),
    leistungen: z.int(),
  }),
  ...state,
});

export const ozgSchema = z.object({
  datum,
  ozgId: z.int(),
  name: z.string(),
  lage: named.nullable(),
  themenfeld: named.nullable(),
  leistungen: z.array(endingSchema),
  ...state,
});

export const listSchema = z.object({
  leistungen: z.array(endingSchema),
  datum,
  total: z.int(),
  seite: z.int(),
  seiten: z.int(),
  anzahl: z.int(),
  ...state,
});

/** The same parameters as the page's address has. */
export const listQuerySchema = z.object({
  ...listQueryShape([
    { key: 'themenfeld', label: 'Nummern von Themenfeldern' },
    { key: 'lage', label: 'Nummern von Lebens- und Geschäftslagen' },
    { key: 'typ', label: 'Typen nach LeiKa' },
    { key: 'regelung', label: 'Wer regelt: Bund, Land oder Kommune' },
    { key: 'verrichtung', label: 'Codes von Verrichtungen' },
    { key: 'sdg', label: 'Single Digital Gateway' },
    { key: 'leika', label: 'mit oder ohne LeiKa-Schlüssel' },
  ]),
  date: z.string().max(10).optional(),
  datum: z.string().max(10).optional(),
  seite: z.string().max(7).optional(),
  anzahl: z.string().max(4).optional(),
});

export const searchQuerySchema = z.object({
  words: z.string().trim().min(1).max(200),
  kommune: z.string().trim().min(1).max(100).optional(),
  date: dateParameter,
  datum: dateParameter,
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
