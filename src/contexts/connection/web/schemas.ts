import { z } from 'zod';
import { ablaufArten } from '../domain/ablauf.ts';
import { themen } from '../domain/gate.ts';
import { phasen } from '../domain/phase.ts';
import { probeSchritte } from '../domain/probelauf.ts';
import { gruppen, parteien } from '../domain/punkt.ts';
import { staende } from '../domain/stand.ts';

const day = z.string().nullable();

export const checklisteSchema = z.object({
  kommune: z.object({ ags: z.string(), name: z.string() }),
  dienst: z.string(),
  zustand: z.enum(['interesse', 'parameter', 'test', 'live', 'ausgesetzt', 'beendet']),
  phase: z.enum(phasen),
  erledigt: z.int().describe('Erledigte nötige Punkte'),
  gefordert: z.int().describe('Nötige Punkte'),
  prozent: z
    .int()
    .nullable()
    .describe('Abgerundet; 100 nur, wenn alle erledigt sind; null, wenn nichts nötig ist'),
  wartetAuf: z.array(z.object({ partei: z.enum(parteien), seit: z.string().nullable(), tage: z.int() })),
  punkte: z.array(
    z.object({
      id: z.string(),
      titel: z.string(),
      wer: z.enum(parteien),
      gruppe: z.enum(gruppen),
      pflicht: z.boolean(),
      was: z.string(),
      wie: z.string(),
      wo: z.string(),
      haengtAb: z.array(z.string()),
      quelle: z.string().nullable().describe('null: Annahme'),
      stand: z.enum(staende),
      nummer: z.int().describe('Nummer der neuesten Aussage; beim Ändern zu nennen'),
      nachweis: z.string().nullable(),
      grund: z.string().nullable(),
      gueltigBis: day,
      haus: z.string().nullable(),
      am: z.string().nullable(),
      faelligAm: day,
      ueberfaellig: z.boolean(),
      befund: z.string().nullable().describe('Was eine Prüfung gegen den Punkt fand; null, wenn nichts'),
    }),
  ),
});

const punktName = z.object({ id: z.string(), titel: z.string() });

export const erklaertSchema = z.object({
  erledigt: z.array(punktName),
  bleibt: z.array(punktName.extend({ warum: z.string() })),
});

export const gateSchema = z.object({
  bereit: z.boolean(),
  gruppen: z.array(
    z.object({
      thema: z.enum(themen),
      fehlen: z.int(),
      zeilen: z.array(
        z.object({
          id: z.string(),
          what: z.string(),
          ok: z.boolean(),
          required: z.boolean(),
          who: z.string(),
          how: z.string(),
          href: z.string().nullable(),
        }),
      ),
    }),
  ),
});

export const probelaufSchema = z.object({
  nummer: z.int(),
  fassung: z.string(),
  bestanden: z.boolean(),
  haus: z.string(),
  am: z.string(),
  schritte: z.array(z.object({ art: z.enum(probeSchritte), ok: z.boolean(), text: z.string() })),
});

export const fristenSchema = z.object({
  fristen: z.array(
    z.object({
      art: z.enum(ablaufArten),
      titel: z.string(),
      kommune: z.string(),
      dienst: z.string().nullable(),
      bis: z.string(),
      href: z.string(),
    }),
  ),
});

export const zugangsdatenSchema = z.object({
  id: z.string(),
  name: z.string(),
  zweck: z.string(),
  dienst: z.string(),
  version: z.int(),
  gueltigBis: day,
  eingegebenAm: z.string(),
  eingegebenVon: z.string(),
});
