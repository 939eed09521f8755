import { z } from 'zod';
import type { Share } from '../domain/columns/coverage.ts';
import { zustaende } from '../domain/zustand.ts';
import type { Abdeckung } from '../figures/answer-figures.ts';
import type { Paar } from '../figures/answer-paare.ts';
import { gezaehlteKommunen } from '../figures/frage.ts';
import type { Teil } from '../figures/teile.ts';
import type { GestellteFrage } from '../use-cases/frage-stellen.ts';
import type { Vergleich } from '../use-cases/vergleichen.ts';
import type {
  AbdeckungAntwort,
  PaareAntwort,
  VergleichAntwort,
  VerlaufAntwort,
  VerteilungAntwort,
  ZahlenAntwort,
} from '../use-cases/zahlen-antworten.ts';
import { ausschlussText, bandLabel } from './vergleich-text.ts';
import { abdeckungSaetze, anteil, werGezaehltIst } from './zahlen-saetze.ts';

const anteilSchema = z.object({
  teil: z.number(),
  ganzes: z.number(),
  text: z.string().describe('Der Anteil in Worten; nie auf 0 oder 100 % gerundet'),
});

/** Who was counted, for which day: stands with every answer about figures. */
export const gezaehltSchema = z.object({
  datum: z.string(),
  kommunen: z.number().describe('Wie viele Kommunen gezählt sind'),
  ohneEinwilligung: z.number().describe('Kommunen des IT-Dienstleisters, die ihre Angaben nicht teilen'),
  satz: z.string(),
});

export const abdeckungSchema = z.object({
  schluessel: z.string(),
  name: z.string(),
  kommunen: anteilSchema,
  einwohner: anteilSchema,
  faelle: anteilSchema,
  ohneAngabe: z.number(),
  ohneFallzahl: z.number(),
  ohneEinwohner: z.number(),
  saetze: z.array(z.string()),
});

export const paarSchema = z.object({
  ags: z.string(),
  kommune: z.string(),
  leistungId: z.string(),
  leistung: z.string(),
  zustand: z.string(),
  reifegrad11: z.number().nullable(),
  reifegrad20: z.number().nullable(),
  fallzahl: z.number().nullable(),
});

const feldplatzSchema = z.object({
  ags: z.string(),
  name: z.string(),
  einwohner: z.number().nullable(),
  online: z.number(),
  platz: z.number(),
});

export const vergleichSchema = z.object({
  eigene: feldplatzSchema,
  band: z.string(),
  pflichten: z.number(),
  feld: z.array(feldplatzSchema),
  nichtVerglichen: z.array(z.object({ ags: z.string(), name: z.string(), grund: z.string() })),
  vorspruenge: z.array(
    z.object({
      leistungId: z.string(),
      name: z.string(),
      voraus: z.array(z.object({ ags: z.string(), name: z.string() })),
    }),
  ),
});

export function gezaehltJson(frage: GestellteFrage): z.input<typeof gezaehltSchema> {
  return {
    datum: frage.umfang.datum,
    kommunen: gezaehlteKommunen(frage).length,
    ohneEinwilligung: frage.visible.withoutConsent,
    satz: werGezaehltIst(frage),
  };
}

export function abdeckungJson(frage: GestellteFrage, each: Abdeckung): z.input<typeof abdeckungSchema> {
  const { key, label, kommunen, einwohner, faelle, ohneAngabe, ohneFallzahl, ohneEinwohner } = each;
  return {
    schluessel: key,
    name: label,
    kommunen: anteilJson(kommunen),
    einwohner: anteilJson(einwohner),
    faelle: anteilJson(faelle),
    ohneAngabe,
    ohneFallzahl,
    ohneEinwohner,
    saetze: Object.values(abdeckungSaetze(each, frage)),
  };
}

function anteilJson(share: Share) {
  return { teil: share.part, ganzes: share.whole, text: anteil(share) };
}

export function paarJson(paar: Paar): z.input<typeof paarSchema> {
  return { ...paar, zustand: zustaende[paar.zustand - 1] ?? 'keine-angabe' };
}

export function vergleichJson(vergleich: Vergleich): z.input<typeof vergleichSchema> {
  const { eigene, band, pflichten, feld, nichtVerglichen, vorspruenge } = vergleich;
  return {
    eigene,
    band: bandLabel[band],
    pflichten,
    feld: [...feld],
    nichtVerglichen: nichtVerglichen.map(({ ags, name, grund }) => ({
      ags,
      name,
      grund: ausschlussText(grund),
    })),
    vorspruenge: vorspruenge.map((each) => ({ ...each, voraus: [...each.voraus] })),
  };
}

const teilSchema = z.object({ schluessel: z.string(), name: z.string() });

export const zahlenSchema = z.object({
  gezaehlt: gezaehltSchema,
  alle: abdeckungSchema.nullable(),
  eigene: z.object({ gezaehlt: gezaehltSchema, abdeckung: abdeckungSchema.nullable() }).nullable(),
});

export const abdeckungenSchema = z.object({
  gezaehlt: gezaehltSchema,
  nach: z.string(),
  teile: z.array(abdeckungSchema),
});

export const verteilungSchema = z.object({
  gezaehlt: gezaehltSchema,
  zeilen: z.array(teilSchema),
  spalten: z.array(teilSchema),
  paare: z.array(z.array(z.number())).describe('Zeile für Zeile'),
});

export const verlaufSchema = z.object({
  gezaehlt: gezaehltSchema,
  zustaende: z.array(z.string()),
  tage: z.array(z.object({ tag: z.string(), paare: z.array(z.number()) })),
});

export const paareSchema = z.object({
  gezaehlt: gezaehltSchema,
  anzahl: z.number().describe('Alle Paare, nicht nur die dieser Seite'),
  paare: z.array(paarSchema),
});

export const vergleichAntwortSchema = z.object({ gezaehlt: gezaehltSchema, ...vergleichSchema.shape });

export function zahlenJson({ frage, alle, eigene }: ZahlenAntwort): z.input<typeof zahlenSchema> {
  return {
    gezaehlt: gezaehltJson(frage),
    alle: alle && abdeckungJson(frage, alle),
    eigene: eigene && {
      gezaehlt: gezaehltJson(eigene.frage),
      abdeckung: eigene.abdeckung && abdeckungJson(eigene.frage, eigene.abdeckung),
    },
  };
}

export function abdeckungenJson({ frage, nach, teile }: AbdeckungAntwort): z.input<typeof abdeckungenSchema> {
  return { gezaehlt: gezaehltJson(frage), nach, teile: teile.map((each) => abdeckungJson(frage, each)) };
}

export function verteilungJson({ frage, verteilung }: VerteilungAntwort): z.input<typeof verteilungSchema> {
  const teilJson = ({ key, label }: Teil) => ({ schluessel: key, name: label });
  return {
    gezaehlt: gezaehltJson(frage),
    zeilen: verteilung.zeilen.map(teilJson),
    spalten: verteilung.spalten.map(teilJson),
    paare: verteilung.paare.map((row) => [...row]),
  };
}

export function verlaufJson({ frage, verlauf }: VerlaufAntwort): z.input<typeof verlaufSchema> {
  return {
    gezaehlt: gezaehltJson(frage),
    zustaende: ['keine-angabe', ...zustaende],
    tage: verlauf.tage.map((tag, at) => ({ tag, paare: [...(verlauf.paare[at] ?? [])] })),
  };
}

export function paareJson({ frage, anzahl, paare }: PaareAntwort): z.input<typeof paareSchema> {
  return { gezaehlt: gezaehltJson(frage), anzahl, paare: paare.map(paarJson) };
}

export function vergleichAntwortJson({
  frage,
  vergleich,
}: VergleichAntwort): z.input<typeof vergleichAntwortSchema> {
  return { gezaehlt: gezaehltJson(frage), ...vergleichJson(vergleich) };
}
