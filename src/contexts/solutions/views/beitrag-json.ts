import { z } from 'zod';
import { type Beitrag, beitragStand } from '../domain/beitrag.ts';
import { anlaesse } from '../domain/loesung.ts';
import { inhaltJson } from './loesung-json.ts';

const text = z.string().nullable();

export const beitragJson = z.object({
  id: z.string(),
  art: z.enum(anlaesse),
  loesungId: z.string(),
  inId: text,
  giltAb: z.string(),
  begruendung: z.string(),
  version: z.int(),
  haus: z.string(),
  beigetragenAm: z.string(),
  stand: z.enum(['entwurf', 'wartet', 'rueckfrage', 'uebernommen', 'abgelehnt', 'zurueckgezogen']),
  antwort: text,
  inhalt: inhaltJson.nullable(),
  nachrichten: z.array(
    z.object({ vonModeration: z.boolean(), text: z.string(), haus: z.string(), geschriebenAm: z.string() }),
  ),
});

export function jsonOfBeitrag(beitrag: Beitrag) {
  const { id, art, loesungId, inId, giltAb, begruendung, version, haus, antwort, inhalt } = beitrag;
  return {
    id,
    art,
    loesungId,
    inId,
    giltAb,
    begruendung,
    version,
    haus,
    beigetragenAm: beitrag.beigetragenAm.toISOString(),
    stand: beitragStand(beitrag),
    antwort,
    inhalt,
    nachrichten: beitrag.nachrichten.map(({ geschriebenAm, ...rest }) => ({
      ...rest,
      geschriebenAm: geschriebenAm.toISOString(),
    })),
  };
}
