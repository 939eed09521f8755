import { z } from 'zod';
import type { Fachverfahren } from '../../domain/matching/fachverfahren.ts';
import { widerspruchsarten } from '../../domain/matching/widerspruch.ts';
import type { WiderspruchZeile } from '../use-cases/widersprueche.ts';
import { text, zustand } from './matching-json.ts';

export const widerspruchSchema = z.object({
  leistungId: z.string(),
  name: z.string(),
  art: z.enum(widerspruchsarten),
  satz: z.string(),
  zustand,
  fassung: z.number(),
  korrekturen: z.array(z.object({ key: z.string(), label: z.string() })),
});

export function widerspruchJson({
  ort,
  art,
  satz,
  stand,
  korrekturen,
}: WiderspruchZeile): z.input<typeof widerspruchSchema> {
  return {
    leistungId: ort.id,
    name: ort.name,
    art,
    satz,
    zustand: stand?.zustand ?? null,
    fassung: stand?.fassung ?? 0,
    korrekturen: korrekturen.map(({ key, label }) => ({ key, label })),
  };
}

export const fachverfahrenSchema = z.object({
  id: z.string(),
  name: z.string(),
  hersteller: text,
  fachbereich: text,
  von: text,
  bis: text,
});

export function fachverfahrenJson(each: Fachverfahren): z.input<typeof fachverfahrenSchema> {
  const { id, name, hersteller, fachbereich, von, bis } = each;
  return { id, name, hersteller, fachbereich, von, bis };
}
