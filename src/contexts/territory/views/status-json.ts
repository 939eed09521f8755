import { z } from 'zod';
import { evidenceGrades, isValidOn, type LocalDate } from '#kernel';
import { type Beobachtung, beobachtungen, beobachtungsstaende } from '../domain/beobachtung.ts';
import type { Schwelle } from '../domain/schwelle.ts';
import { lastStichtage } from '../domain/stichtage.ts';
import type { Body, Territory } from '../domain/territory.ts';
import type { StatusRow } from './status-list.ts';
import { watchText } from './status-texts.ts';

const day = z.string();
const klasse = z.enum([
  'kreisfreie-stadt',
  'grosse-kreisangehoerige-stadt',
  'mittlere-kreisangehoerige-stadt',
  'kreisangehoerige-gemeinde',
  'kreis',
  'staedteregion',
]);
const source = z.object({ title: z.string(), url: z.string().nullable() });
const figure = z.object({ stichtag: day, zahl: z.int() });

export const thresholdSchema = z.object({
  id: z.string(),
  fassung: z.string(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  von: z.array(klasse),
  nach: klasse,
  art: z.enum(['auf-antrag', 'von-amts-wegen']),
  vergleich: z.enum(['ueber', 'unter']),
  einwohner: z.int(),
  stichtage: z.int(),
  zaehltAb: day.nullable(),
  norm: z.string(),
  source,
  evidence: z.enum(evidenceGrades),
  note: z.string().nullable(),
  gilt: z.boolean().describe('am Stichtag'),
});

const watchSchema = z.object({
  schwelle: z.string(),
  stand: z.enum(beobachtungsstaende),
  inFolge: z.int(),
  noch: z.int(),
  letzter: figure.nullable(),
  fehlend: z.int().describe('Stichtage seither ohne bekannte Zahl'),
  davorUnbekannt: z.boolean(),
  text: z.string(),
});

const summary = { ags: z.string(), name: z.string(), groessenklasse: klasse, validFrom: day.nullable() };

export const statusListSchema = z.object({
  date: day,
  gemeinden: z.array(
    z.object({ ...summary, einwohner: figure.nullable(), naechste: watchSchema.nullable() }),
  ),
});

export const statusSchema = z.object({
  ags: z.string(),
  name: z.string(),
  date: day,
  status: z.array(
    z.object({
      klasse,
      validFrom: day.nullable(),
      validTo: day.nullable(),
      source,
      evidence: z.enum(evidenceGrades),
      note: z.string().nullable(),
    }),
  ),
  stichtage: z.array(z.object({ stichtag: day, zahl: z.int().nullable() })),
  beobachtungen: z.array(watchSchema),
});

/** A row of the list of statuses. */
export function statusRowJson({ body, klasse: on, einwohner, naechste }: StatusRow) {
  return {
    ags: body.ags,
    name: body.name,
    groessenklasse: on.klasse,
    validFrom: on.validFrom,
    einwohner: einwohner && figureOf(einwohner),
    naechste: naechste && watchJson(naechste),
  };
}

/** The status of one Gemeinde over time with its figures and its watch. */
export function statusJson(territory: Territory, body: Body, date: LocalDate) {
  return {
    ags: body.ags,
    name: body.name,
    date,
    status: (territory.klassenByAgs.get(body.ags) ?? []).map(
      ({ klasse: was, validFrom, validTo, source: from, evidence, note }) => ({
        klasse: was,
        validFrom,
        validTo,
        source: { title: from.title, url: from.url },
        evidence,
        note,
      }),
    ),
    stichtage: stichtageOf(territory, body.ags, date),
    beobachtungen: beobachtungen(territory, body.ags, date).map(watchJson),
  };
}

const shown = 10;

/** The last ten Stichtage with their figure, null where nobody has brought it. */
export function stichtageOf(territory: Territory, ags: string, date: LocalDate) {
  const tage = territory.schwellen[0]?.tage ?? [];
  const zahlen = new Map(
    (territory.einwohnerByAgs.get(ags) ?? []).map(({ stichtag, zahl }) => [stichtag, zahl]),
  );
  return lastStichtage(date, tage, shown).map((stichtag) => ({
    stichtag,
    zahl: zahlen.get(stichtag) ?? null,
  }));
}

/** The thresholds of every version of the law for machines, each with whether it holds on a day. */
export function thresholdsJson({ schwellen }: Territory, date: LocalDate) {
  return { date, schwellen: schwellen.map((each) => thresholdJson(each, date)) };
}

function thresholdJson(schwelle: Schwelle, date: LocalDate) {
  const { tage: _tage, von, source: from, ...rest } = schwelle;
  const gilt = isValidOn(schwelle, date);
  return { ...rest, von: [...von], source: { title: from.title, url: from.url }, gilt };
}

function watchJson(watch: Beobachtung) {
  const { schwelle, stand, inFolge, noch, letzter, fehlend, davorUnbekannt } = watch;
  return {
    schwelle: schwelle.id,
    stand,
    inFolge,
    noch,
    letzter: letzter && figureOf(letzter),
    fehlend,
    davorUnbekannt,
    text: watchText(watch),
  };
}

function figureOf({ stichtag, zahl }: { readonly stichtag: LocalDate; readonly zahl: number }) {
  return { stichtag, zahl };
}
