import { z } from 'zod';
import type { RankedSolution } from '#solutions';
import { lueckenarten } from '../../domain/matching/luecke.ts';
import { zustaende } from '../../domain/zustand.ts';
import type { Luecke, Vorschlag } from '../use-cases/luecken.ts';
import type { Nutzen } from '../use-cases/nutzen.ts';

export const text = z.string().nullable();

const number = z.number().nullable();

export const zustand = z.enum(zustaende).nullable().describe('null: keine Angabe');

export const rangSchema = z.object({
  loesungId: z.string(),
  name: z.string(),
  punkte: z.number().describe('Tausendstel von 100 Punkten: die Summe der Gründe'),
  deckt: z.array(z.string()),
  gruende: z.array(
    z.object({ grund: z.string(), satz: z.string(), punkte: z.number(), hoechstens: z.number() }),
  ),
});

/** A ranked Lösung with every ground. */
export function rangJson({ loesung, punkte, deckt, gruende }: RankedSolution): z.input<typeof rangSchema> {
  return {
    loesungId: loesung.id,
    name: loesung.inhalt.name,
    punkte,
    deckt: [...deckt],
    gruende: gruende.map((each) => ({
      grund: each.grund,
      satz: each.satz,
      punkte: each.punkte,
      hoechstens: each.hoechstens,
    })),
  };
}

export const lueckeSchema = z.object({
  leistungId: z.string(),
  name: z.string(),
  themenfeld: text,
  fachbereich: text,
  art: z.enum(lueckenarten),
  zustand,
  prioritaet: number,
  fallzahl: number,
  anzahlLoesungen: z.number(),
  beste: rangSchema.nullable(),
});

export function lueckeJson({ zeile, art, kandidaten }: Luecke): z.input<typeof lueckeSchema> {
  const { ort, stand, zuordnung } = zeile;
  const [beste] = kandidaten;
  return {
    leistungId: ort.id,
    name: ort.name,
    themenfeld: ort.themenfeld,
    fachbereich: zuordnung?.fachbereich.name ?? null,
    art,
    zustand: stand?.zustand ?? null,
    prioritaet: stand?.prioritaet ?? null,
    fallzahl: stand?.fallzahl ?? null,
    anzahlLoesungen: kandidaten.length,
    beste: beste ? rangJson(beste) : null,
  };
}

export const vorschlagSchema = rangSchema.extend({
  schliesst: z.number(),
  faelle: number.describe('Fälle im Jahr der geschlossenen Lücken, soweit angegeben'),
});

export function vorschlagJson({ rang, luecken, faelle }: Vorschlag): z.input<typeof vorschlagSchema> {
  return { ...rangJson(rang), schliesst: luecken.length, faelle };
}

export const nutzenSchema = z.object({
  loesungId: z.string(),
  name: z.string(),
  date: z.string(),
  ohneEinwilligung: z.number().describe('Kommunen des Verbunds, die ihren Stand nicht teilen'),
  kommunen: z.array(
    z.object({
      ags: z.string(),
      name: z.string(),
      klasse: text,
      deckt: z.array(z.string()),
      ohneAngabe: z.number(),
      luecken: z.number(),
      faelle: number,
    }),
  ),
});

export function nutzenJson({ loesung, date, ohneEinwilligung, kommunen }: Nutzen) {
  return {
    loesungId: loesung.id,
    name: loesung.inhalt.name,
    date,
    ohneEinwilligung,
    kommunen: kommunen.map(({ ags, name, klasse, deckt, ohneAngabe, luecken, faelle }) => ({
      ags,
      name,
      klasse,
      deckt: [...deckt],
      ohneAngabe,
      luecken,
      faelle,
    })),
  };
}
