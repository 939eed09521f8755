import { z } from 'zod';
import { type Einlesung, einlesungZustaende, endsTooMuch, umfaenge } from '../domain/einlesung.ts';

export const quelleSchema = z.object({
  id: z.string(),
  name: z.string(),
  ars: z.string().describe('Das Gebiet von Objekten, die keines nennen'),
});

export const einlesungSchema = z.object({
  nummer: z.number(),
  quelle: z.string(),
  umfang: z.enum(umfaenge),
  zustand: z.enum(einlesungZustaende),
  dateiname: z.string(),
  bytes: z.number(),
  fassung: z.string().nullable(),
  gelesen: z.number().describe('Objekte'),
  gelesenBytes: z.number(),
  bilanz: z
    .object({
      bestand: z.number(),
      neu: z.number(),
      geaendert: z.number(),
      gleich: z.number(),
      endet: z.number(),
      aelter: z.number(),
      unbekannt: z.number(),
      beispiele: z.object({
        neu: z.array(z.string()),
        geaendert: z.array(z.string()),
        endet: z.array(z.string()),
      }),
    })
    .nullable(),
  bestaetigungNoetig: z.boolean().describe('Es würde mehr als ein Zehntel des Bestands enden'),
  hinweise: z.array(z.object({ art: z.string(), was: z.string(), anzahl: z.number(), zeile: z.number() })),
  grund: z
    .object({
      code: z.string(),
      message: z.string(),
      zeile: z.number().nullable(),
      spalte: z.number().nullable(),
    })
    .nullable(),
  angelegtAm: z.string(),
});

export function jsonOfEinlesung(einlesung: Einlesung) {
  const {
    bilanz,
    angelegtAm,
    datei: _,
    dateiHash: __,
    angelegtVon: ___,
    entschiedenAm: ____,
    ...rest
  } = einlesung;
  return {
    ...rest,
    bilanz: bilanz && figuresOf(bilanz),
    bestaetigungNoetig: bilanz !== null && endsTooMuch(bilanz),
    angelegtAm: angelegtAm.toISOString(),
  };
}

function figuresOf({ grundlage: _, ...figures }: NonNullable<Einlesung['bilanz']>) {
  return figures;
}

/** The figures in a line: „12 neu, 3 geändert, 480 gleich, 1 endet“. */
export function bilanzText({ bilanz }: Pick<Einlesung, 'bilanz'>): string {
  if (bilanz === null) return '';
  const parts = [
    `${bilanz.neu} neu`,
    `${bilanz.geaendert} geändert`,
    `${bilanz.gleich} gleich`,
    `${bilanz.endet} ${bilanz.endet === 1 ? 'endet' : 'enden'}`,
    ...(bilanz.aelter > 0 ? [`${bilanz.aelter} älter als der Bestand`] : []),
    ...(bilanz.unbekannt > 0 ? [`${bilanz.unbekannt} zu löschen, aber nicht vorhanden`] : []),
  ];
  return parts.join(', ');
}
