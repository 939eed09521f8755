import { z } from 'zod';
import { groessenklassen } from '../domain/groessenklasse.ts';
import { herkunftArten } from '../domain/herkunft.ts';
import { regelstaende } from '../domain/regel-on.ts';
import { type ChainStep, chainStepLabel, verdictWords } from '../domain/verdict.ts';

const kommune = z.object({
  ags: z.string().describe('Gemeinde 8 Ziffern, Kreis 5'),
  name: z.string(),
  groessenklasse: z.enum(groessenklassen).nullable(),
});

const achsen = {
  regelung: z.string().nullable().describe('Wer regelt, nach der Typisierung: Bund, Land oder Kommune'),
  regelungZweifel: z.string().nullable().describe('Wo Typisierung und Norm einander widersprechen'),
  herkunft: z.object({
    art: z.enum(herkunftArten),
    text: z.string().describe('„geerbt von OZG-Leistung …“ oder „eigene Regel“'),
    regelIds: z.array(z.string()),
  }),
};

const row = {
  id: z.string().describe('eigene Nummer, beständig über Katalogfassungen'),
  leika: z.string().nullable(),
  ozgId: z.number().int().nullable(),
  name: z.string(),
  verdict: z.enum(verdictWords),
};

export const dutyListSchema = z.object({
  kommune,
  date: z.string(),
  katalogstand: z.string(),
  leistungen: z.array(z.object({ ...row, achse: z.number().int().describe('Stelle in „achsen“, ab 0') })),
  achsen: z.array(z.object(achsen)).describe('Die zwei Achsen: jede, die vorkommt, einmal'),
});

export const dutySchema = z.object({
  kommune,
  date: z.string(),
  katalogstand: z.string(),
  ...row,
  ...achsen,
  stelle: z.object({ name: z.string(), ags: z.string().nullable() }).nullable(),
  evidence: z.string().nullable().describe('Beleg des schwächsten entscheidenden Glieds'),
  offen: z.object({ code: z.string(), label: z.string(), text: z.string() }).nullable(),
  reasons: z.array(
    z.object({
      step: z.enum(Object.keys(chainStepLabel) as [ChainStep, ...ChainStep[]]),
      text: z.string(),
      source: z.object({ title: z.string(), url: z.string().nullable() }).nullable(),
      evidence: z.string(),
      validFrom: z.string().nullable(),
      validTo: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  gemeinden: z
    .object({ handeltFuer: z.array(z.string()), offen: z.array(z.string()), andere: z.array(z.string()) })
    .nullable()
    .describe('Nur bei Kreisen: AGS der Gemeinden, für die der Kreis handelt'),
});

const counts = z.object({
  pairs: z.number().int(),
  decided: z.number().int(),
  byVerdict: z.record(z.string(), z.number().int()),
  decidedByGrade: z.record(z.string(), z.number().int()),
});

export const overviewSchema = z.object({
  date: z.string(),
  total: counts,
  kommunen: z.array(z.object({ ags: z.string(), name: z.string(), klasse: z.string(), ...counts.shape })),
});

export const competenceSchema = z.object({
  id: z.string(),
  name: z.string(),
  date: z.string(),
  kommunen: z.array(
    z.object({
      ags: z.string(),
      name: z.string(),
      verdict: z.enum(verdictWords),
      stelle: z.string().nullable(),
      evidence: z.string().nullable(),
    }),
  ),
});

/** What the norm of a rule says, section by section; no sentences where the wording is not held. */
const wortlautSchema = z.array(
  z.object({
    zitat: z.string(),
    saetze: z.array(
      z.object({
        fundstelle: z.string(),
        text: z.string(),
        standAm: z.string(),
        evidence: z.string(),
        source: z.object({ title: z.string(), url: z.string().nullable() }),
      }),
    ),
  }),
);

export const ruleSchema = z.object({
  id: z.string(),
  aufgabeId: z.string(),
  aufgabe: z.string(),
  norm: z.string(),
  verteilung: z.record(z.string(), z.string()),
  stelle: z.string().nullable(),
  beleg: z.string(),
  evidence: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  nachfolgeGeprueft: z.boolean(),
  stand: z.enum(regelstaende).describe('am Stichtag'),
  reichweite: z.object({
    ozgIds: z.array(z.number()),
    objekte: z.array(z.string()),
    verrichtungen: z.array(z.string()),
    schluessel: z.array(z.string()),
    leistungen: z.array(z.string()),
  }),
  bemerkung: z.string().nullable(),
});

export const ruleWithWordingSchema = ruleSchema.extend({ wortlaut: wortlautSchema });
