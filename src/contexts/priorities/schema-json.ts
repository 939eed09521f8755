import { z } from 'zod';
import { herkuenfte, jeKriterium, kriterien, unbekanntRegeln } from './domain/kriterium.ts';

/** Weights and rules for unknown values, as API, database and command give and take them. */
export const gewichtungSchema = z.strictObject({
  gewichte: z.strictObject(jeKriterium(() => z.int().min(0).max(100))),
  unbekannt: z.strictObject(jeKriterium(() => z.enum(unbekanntRegeln))),
});

const belegTupel = z.tuple([z.int().nullable(), z.enum(herkuenfte), z.string()]);
const leistungTupel = z.tuple([
  z.string(),
  z.string().nullable(),
  z.string(),
  z.int().nullable(),
  z.string().nullable(),
  z.string().nullable(),
]);

/** What a decided ranking was computed from; sentences that many Leistungen share stand once. */
export const eingabenSchema = z.object({
  kriterien: z.array(z.enum(kriterien)),
  belege: z.array(belegTupel),
  leistungen: z.array(z.object({ von: leistungTupel, belege: z.array(z.int()) })),
});

export const ergebnisSchema = z.object({
  gesamt: z.int(),
  summen: z.array(z.int()),
  raenge: z.array(z.int()),
});
