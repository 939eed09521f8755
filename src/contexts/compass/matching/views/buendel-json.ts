import { z } from 'zod';
import type { BuendelListe } from '../use-cases/buendel.ts';
import { rangJson, rangSchema, text } from './matching-json.ts';

const woher = z.enum(['plan', 'interesse']);

export const buendelSchema = z.object({
  einwilligungSeit: text,
  buendel: z.array(
    z.object({
      leistungId: z.string(),
      name: z.string(),
      quartal: z.string(),
      kommunen: z.array(z.object({ ags: z.string(), name: z.string(), woher })),
      loesungen: z.array(rangSchema),
    }),
  ),
  eigene: z.array(
    z.object({ leistungId: z.string(), name: z.string(), quartal: z.string(), woher, weitere: z.number() }),
  ),
});

export function buendelJson({ buendel, eigene, einwilligung }: BuendelListe): z.input<typeof buendelSchema> {
  return {
    einwilligungSeit: einwilligung?.seit ?? null,
    buendel: buendel.map(({ ort, quartal, kommunen, kandidaten }) => ({
      leistungId: ort.id,
      name: ort.name,
      quartal,
      kommunen: [...kommunen],
      loesungen: kandidaten.map(rangJson),
    })),
    eigene: eigene.map(({ ort, quartal, woher: from, weitere }) => ({
      leistungId: ort.id,
      name: ort.name,
      quartal,
      woher: from,
      weitere,
    })),
  };
}
