import { z } from 'zod';
import { evidenceGrades, type LocalDate, parseLocalDate } from '#kernel';
import { gemeindeklassen } from './domain/groessenklasse.ts';
import { type Verteilung, verteilungswerte } from './domain/regel.ts';

/** The rows of the files in `data/zustaendigkeit/`. */

const day = z
  .string()
  .refine((text) => parseLocalDate(text).ok, { message: 'kein Tag der Form JJJJ-MM-TT' })
  .transform((text) => text as LocalDate);
const dayOrNull = day.nullable();
const text = z.string().trim().min(1);
const url = z.string().regex(/^https?:\/\//);
const source = z.strictObject({ title: text, url: url.nullable() });
const evidenz = z.enum(evidenceGrades);
const id = z.string().regex(/^[a-z0-9-]+$/);
const ags = z.string().regex(/^(\d{5}|\d{8})$/);

/** Which Leistungen something reaches, as files write it. */
export const reichweite = z.strictObject({
  ozgIds: z.array(z.int().min(10000).max(99999)).readonly(),
  objekte: z.array(z.string().regex(/^99\d{6}$/)).readonly(),
  verrichtungen: z
    .array(z.string().regex(/^\d{3}$/))
    .readonly()
    .default([]),
  schluessel: z.array(z.string().regex(/^99\d{12}$/)).readonly(),
  leistungen: z.array(z.string().regex(/^L\d{5}$/)).readonly(),
});

const wert = z.enum(verteilungswerte);

const verteilung = z.strictObject({
  'kreisfreie-stadt': wert,
  'grosse-kreisangehoerige-stadt': wert,
  'mittlere-kreisangehoerige-stadt': wert,
  'kreisangehoerige-gemeinde': wert,
  kreis: wert,
  staedteregion: wert,
});

/** A task that a class leaves to its Kreis must be one of the Kreis. */
function kreisAnswers(verteilung: Verteilung): boolean {
  const asked = gemeindeklassen.some((klasse) => ['K', 'A'].includes(verteilung[klasse]));
  const answers = [verteilung.kreis, verteilung.staedteregion];
  return asked
    ? answers.every((each) => each === 'S')
    : !answers.some((each) => each === 'K' || each === 'A');
}

const vorbehalt = z.strictObject({
  grund: text,
  fuer: reichweite.nullable(),
  ausser: z.array(z.strictObject({ grund: text, reichweite })).readonly(),
});

function inOrder(row: { readonly gueltigVon: string | null; readonly gueltigBis: string | null }): boolean {
  return row.gueltigVon === null || row.gueltigBis === null || row.gueltigVon <= row.gueltigBis;
}
const outOfOrder = { message: 'gueltigBis liegt vor gueltigVon', path: ['gueltigBis'] };

export const regelRow = z
  .strictObject({
    id,
    aufgabeId: id,
    land: z.string().regex(/^\d{2}$/),
    aufgabe: text,
    reichweite,
    verteilung,
    stelle: text.nullable(),
    norm: text,
    quellen: z.array(source).min(1).readonly(),
    beleg: text,
    evidenz,
    gueltigVon: dayOrNull,
    gueltigBis: dayOrNull,
    ausserKraft: z.boolean(),
    nachfolgeGeprueft: z.boolean(),
    auchTyp1: text.nullable(),
    vorbehalte: z.array(vorbehalt).readonly(),
    bemerkung: text.nullable(),
  })
  .refine(inOrder, outOfOrder)
  .refine((row) => kreisAnswers(row.verteilung), {
    message:
      'Wo Gemeinden an den Kreis verweisen, muss der Kreis „S“ haben; er selbst verweist nie an den Kreis',
    path: ['verteilung'],
  })
  .refine(
    (row) => row.stelle !== null || !Object.values(row.verteilung).some((each) => 'LX'.includes(each)),
    {
      message: 'L und X brauchen eine benannte Stelle',
      path: ['stelle'],
    },
  )
  .refine(({ reichweite: { ozgIds, objekte } }) => ozgIds.length + objekte.length <= 1, {
    message: 'Eine Regel erreicht höchstens eine OZG-Leistung oder ein Objekt; bitte teilen Sie sie',
    path: ['reichweite'],
  });

export const uebertragungRow = z
  .strictObject({
    id,
    von: ags,
    nach: z.strictObject({ name: text, ags: ags.nullable() }).nullable(),
    gebiet: z.array(ags).nullable(),
    aufgabeIds: z.array(id).min(1),
    reichweite: reichweite.nullable(),
    norm: text,
    source,
    evidenz,
    gueltigVon: dayOrNull,
    gueltigBis: dayOrNull,
    erfunden: z.boolean(),
    note: text.nullable(),
  })
  .refine(inOrder, outOfOrder);

export const bestimmungRow = z
  .strictObject({
    id,
    ags,
    aufgabeId: id,
    bestimmt: z.boolean(),
    source,
    evidenz,
    gueltigVon: dayOrNull,
    gueltigBis: dayOrNull,
    erfunden: z.boolean(),
    note: text.nullable(),
  })
  .refine(inOrder, outOfOrder)
  .refine((row) => !row.erfunden || row.evidenz === 'einschaetzung', {
    message: 'Erfundenes ist höchstens eine Einschätzung',
    path: ['evidenz'],
  });

export type RegelRow = z.infer<typeof regelRow>;
export type UebertragungRow = z.infer<typeof uebertragungRow>;
export type BestimmungRow = z.infer<typeof bestimmungRow>;
