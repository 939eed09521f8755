import { z } from 'zod';
import { deltaKindLabel } from '#catalogue';
import { mitgezogenLabel, mitgezogenText } from '../domain/mitgezogen.ts';
import { neuerungStaende, wirkungen } from '../domain/neuerung.ts';
import { fortgeltungen } from '../domain/reichweite.ts';
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
  mitgezogen: z.array(
    z.object({
      regelId: z.string(),
      aufgabe: z.string(),
      leistung: z.string(),
      art: z.enum(fortgeltungen),
      text: z.string(),
    }),
  ),
  stand: z.enum(neuerungStaende),
  zurueckgenommen: z.boolean(),
});

/** A consequence for machines and the command line. */
export function neuerungJson(one: Neuerung): z.input<typeof neuerungSchema> {
  const { fassung, katalogstand, entry, before, after, wirkung, mitgezogen, stand, zurueckgenommen } = one;
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
    mitgezogen: mitgezogen.map(({ regelId, aufgabe, leistungId, frueher }) => ({
      regelId,
      aufgabe,
      leistung: leistungId,
      art: frueher.art,
      text: mitgezogenText(frueher),
    })),
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

/** The rules that moved along, each once, whatever they moved along to. */
export function mitgezogeneRegeln({ mitgezogen }: Neuerung): Neuerung['mitgezogen'] {
  return [...new Map(mitgezogen.map((one) => [one.regelId, one])).values()];
}

/** „Regel „Hundesteuer“ gilt weiter, nach Teilung zu prüfen“, for each of them. */
export function mitgezogenLines(one: Neuerung): readonly string[] {
  return mitgezogeneRegeln(one).map(
    ({ aufgabe, frueher }) => `Regel „${aufgabe}“ gilt weiter, ${mitgezogenLabel[frueher.art]}`,
  );
}
