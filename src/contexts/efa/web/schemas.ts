import { z } from 'zod';
import type { abschnitte } from '../domain/freigabe.ts';
import { zustaende } from '../domain/zustand.ts';

export const lueckenSchema = z.object({
  kommune: z.object({ ags: z.string(), name: z.string() }),
  date: z.string(),
  pflichten: z.number(),
  online: z.number(),
  luecken: z.array(
    z.object({
      id: z.string(),
      leika: z.string().nullable(),
      name: z.string(),
      verdict: z.enum(['selbst', 'offen']),
      offen: z.string().nullable(),
      onlinedienste: z.array(z.string()),
      ausgesetzt: z.boolean(),
    }),
  ),
});

export const angebotSchema = z.object({
  dienst: z.string(),
  fassung: z.string(),
  titel: z.string(),
  kurz: z.string(),
  anbieter: z.string(),
  live: z.number(),
  leika: z.array(z.string()),
});

export const angebotDetailSchema = angebotSchema.extend({
  abdeckung: z.array(
    z.object({
      leika: z.string(),
      id: z.string().nullable(),
      name: z.string().nullable(),
      normen: z.array(
        z.object({ text: z.string(), url: z.string().nullable(), says: z.string().nullable() }),
      ),
      katalogangabe2019: z.array(z.string()),
      abweichungen: z.array(z.object({ text: z.string(), mark: z.string(), why: z.string() })),
    }),
  ),
  parameter: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      kind: z.string(),
      required: z.boolean(),
      norm: z.string().nullable(),
    }),
  ),
  kommunen: z.array(
    z.object({
      ags: z.string(),
      name: z.string(),
      seit: z.string(),
      fassung: z.string(),
      ausgesetzt: z.string().nullable(),
    }),
  ),
});

export const stateSchema = z.object({
  dienst: z.string(),
  fassung: z.string(),
  zustand: z.enum(zustaende),
  version: z.number(),
  geplantAm: z.string().nullable(),
  liveSeit: z.string().nullable(),
  grund: z.string().nullable(),
});

export const anbindungSchema = stateSchema.extend({ titel: z.string(), neuesteFassung: z.string() });

export const anbindungDetailSchema = anbindungSchema.extend({
  parameter: z.record(z.string(), z.unknown()),
  geplant: z.array(z.object({ name: z.string(), wert: z.unknown(), giltAb: z.string() })),
  bereit: z.boolean(),
  pruefliste: z.array(
    z.object({
      id: z.string(),
      what: z.string(),
      ok: z.boolean(),
      required: z.boolean(),
      who: z.enum(['Kommune', 'IT-Dienstleister', 'Betrieb', 'Land oder Bündler', 'Betreiber']),
      how: z.string(),
      href: z.string().nullable(),
    }),
  ),
});

export const rolloutSchema = z.object({
  onlinedienste: z.array(
    z.object({
      dienst: z.string(),
      titel: z.string(),
      fassung: z.string(),
      live: z.number(),
      ausgesetzt: z.number(),
      aeltereFassung: z.number(),
      mitglieder: z.number(),
      antraege: z.number(),
    }),
  ),
});

const part = z.string().optional();
export const textSchema = z.strictObject({
  was: z.string(),
  fuerWen: part,
  benoetigt: part,
  kosten: part,
  dauer: part,
  frist: part,
  recht: part,
} satisfies Record<(typeof abschnitte)[number], z.ZodType>);

export const freigabeSchema = z.object({
  leistung: z.string(),
  leika: z.string().nullable(),
  name: z.string(),
  nummer: z.number(),
  text: z.record(z.string(), z.string()).nullable(),
  beendet: z.string().nullable(),
});
