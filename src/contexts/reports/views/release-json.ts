import { z } from 'zod';
import type { FreigabeRow, OeffentlichRow } from '../store-freigaben.ts';

const leistung = z.object({
  id: z.string(),
  name: z.string(),
  themenfeld: z.string().nullable(),
  seit: z.string().nullable().optional(),
  termin: z.string().optional(),
  reifegrad11: z.number().nullable().optional(),
});

export const freigabeSchema = z.object({
  nummer: z.number(),
  teile: z.array(z.string()),
  stichtag: z.string(),
  giltBis: z.string(),
  freigegebenAm: z.string(),
  beendetAm: z.string().nullable(),
});

export const oeffentlichSchema = z.object({
  ags: z.string(),
  kommune: z.string(),
  stichtag: z.string(),
  giltBis: z.string(),
  teile: z.array(z.string()),
  online: z.array(leistung).nullable(),
  termine: z.array(leistung).nullable(),
  anteil: z.object({ pflichten: z.number(), online: z.number(), ohneAngabe: z.number() }).nullable(),
});

export function freigabeJson(row: FreigabeRow): z.input<typeof freigabeSchema> {
  const { nummer, teile, stichtag, giltBis, freigegebenAm, beendetAm } = row;
  return {
    nummer,
    teile: [...teile],
    stichtag,
    giltBis,
    freigegebenAm: freigegebenAm.toISOString(),
    beendetAm: beendetAm?.toISOString() ?? null,
  };
}

/** What a Kommune has made public, as machines read it. */
export function oeffentlichJson({ inhalt, giltBis }: OeffentlichRow): z.input<typeof oeffentlichSchema> {
  const { ags, kommune, stichtag, teile, online, termine, anteil } = inhalt;
  return {
    ags,
    kommune,
    stichtag,
    giltBis,
    teile: [...teile],
    online: online && [...online],
    termine: termine && [...termine],
    anteil,
  };
}
