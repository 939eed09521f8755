import { z } from 'zod';
import { type Einstellung, rhythms } from '../domain/summary-due.ts';
import type { OwnNotices } from '../use-cases/summary.ts';

export const einstellungSchema = z.object({
  zusammenfassung: z.enum(rhythms),
  rundmails: z.boolean(),
  anbindungen: z.boolean().default(true),
  berichte: z.boolean().default(true),
});

export const ownNoticesSchema = einstellungSchema.extend({
  seit: z.string(),
  naechste: z.array(
    z.object({ teil: z.string(), href: z.string(), anzahl: z.number(), zeilen: z.array(z.string()) }),
  ),
});

export function einstellungAnswer({ zusammenfassung, rundmails, anbindungen, berichte }: Einstellung) {
  return { zusammenfassung, rundmails, anbindungen, berichte };
}

export function ownNoticesAnswer(own: OwnNotices): z.input<typeof ownNoticesSchema> {
  return {
    ...einstellungAnswer(own),
    seit: own.since.toISOString(),
    naechste: own.parts.map(({ label, href, count, lines }) => ({
      teil: label,
      href,
      anzahl: count,
      zeilen: [...lines],
    })),
  };
}
