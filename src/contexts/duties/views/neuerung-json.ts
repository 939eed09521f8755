import { z } from 'zod';
import { deltaKindLabel } from '#catalogue';
import { neuerungStaende, wirkungen } from '../domain/neuerung.ts';
import { verdictWords } from '../domain/verdict.ts';
import type { Neuerung } from '../use-cases/neuerungen.ts';

export const neuerungSchema = z.object({
  fassung: z.int(),
  katalogstand: z.string(),
  id: z.string(),
  name: z.string(),
  arten: z.array(z.string()),
  einzelheiten: z.string(),
  vorher: z.enum(verdictWords).nullable(),
  nachher: z.enum(verdictWords).nullable(),
  wirkung: z.enum(wirkungen),
  stand: z.enum(neuerungStaende),
  zurueckgenommen: z.boolean(),
});

/** A consequence for machines and the command line. */
export function neuerungJson(one: Neuerung): z.input<typeof neuerungSchema> {
  const { fassung, katalogstand, entry, before, after, wirkung, stand, zurueckgenommen } = one;
  return {
    fassung,
    katalogstand,
    id: entry.id,
    name: entry.name,
    arten: [...entry.kinds],
    einzelheiten: detailsText(entry),
    vorher: before,
    nachher: after,
    wirkung,
    stand,
    zurueckgenommen,
  };
}

/** The kinds of a change in words. */
export function kindsText({ kinds }: Neuerung['entry']): string {
  return kinds.map((kind) => deltaKindLabel[kind]).join(', ');
}

/** Values before and after, and what continues in what. */
export function detailsText({ changes, partner }: Neuerung['entry']): string {
  const parts = changes.map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`);
  return [...parts, ...partner.map(({ id, name }) => `${name} (${id})`)].join('; ');
}
