import { z } from 'zod';
import { zustaende } from '../domain/bericht.ts';
import type { Bericht, BerichtKurz } from '../use-cases/read-reports.ts';
import { zahlenOf } from './abschnitte.ts';

export const kurzSchema = z.object({
  id: z.string(),
  nummer: z.number(),
  titel: z.string(),
  zustand: z.enum(zustaende),
  stichtag: z.string(),
  fassung: z.number(),
  geaendertAm: z.string(),
});

export const berichtSchema = kurzSchema.extend({
  gezogenAm: z.string(),
  einleitung: z.string(),
  abschnitte: z.array(z.object({ key: z.string(), anmerkung: z.string() })),
  zahlen: z.array(
    z.object({
      key: z.string(),
      abschnitt: z.string(),
      bezeichnung: z.string(),
      wert: z.number(),
      von: z.number().nullable(),
      quelle: z.string(),
      stand: z.string(),
    }),
  ),
  pflichten: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      zustand: z.string().nullable(),
      reifegrad11: z.number().nullable(),
      reifegrad20: z.number().nullable(),
      fallzahl: z.number().nullable(),
      geplantFuer: z.string().nullable(),
      fachbereich: z.string().nullable(),
    }),
  ),
  schritte: z.array(
    z.object({
      art: z.string(),
      fassung: z.number(),
      begruendung: z.string().nullable(),
      gegangenAm: z.string(),
    }),
  ),
});

/** A report in the list. */
export function kurzJson(bericht: BerichtKurz): z.input<typeof kurzSchema> {
  const { id, nummer, titel, zustand, stichtag, fassung, geaendertAm } = bericht;
  return { id, nummer, titel, zustand, stichtag, fassung, geaendertAm: geaendertAm.toISOString() };
}

/** A whole report: its words, every number with source and day, and the rows behind the numbers. */
export function berichtJson(bericht: Bericht): z.input<typeof berichtSchema> {
  const { gezeigt, bestand, gezogenAm, schritte } = bericht;
  const keys = gezeigt.abschnitte.map(({ key }) => key);
  return {
    ...kurzJson(bericht),
    titel: gezeigt.titel,
    fassung: gezeigt.fassung,
    stichtag: bestand.stichtag,
    gezogenAm: gezogenAm.toISOString(),
    einleitung: gezeigt.einleitung,
    abschnitte: [...gezeigt.abschnitte],
    zahlen: zahlenOf(keys, bestand).map(({ filter: _, ...zahl }) => zahl),
    pflichten: bestand.pflichten.map(
      ({ id, name, zustand, reifegrad11, reifegrad20, fallzahl, geplantFuer, fachbereich }) => ({
        id,
        name,
        zustand,
        reifegrad11,
        reifegrad20,
        fallzahl,
        geplantFuer,
        fachbereich,
      }),
    ),
    schritte: schritte.map(({ art, fassung, begruendung, gegangenAm }) => ({
      art,
      fassung,
      begruendung,
      gegangenAm: gegangenAm.toISOString(),
    })),
  };
}
