import { z } from 'zod';
import { evidenceGrades, type Result } from '#kernel';
import type { ReferenceFormat } from '#platform';
import { parseArs, parseBodyKey, parseKreisAgs } from '#standards/regional-keys';

const ags = z.string().regex(/^\d{5}(\d{3})?$/);
const gemeindeAgs = z.string().regex(/^\d{8}$/);
const kreisAgs = z.string().regex(/^\d{5}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const name = z.string().min(1);
const bezirk = z.string().nullable();
const landCode = z.string().regex(/^(0[1-9]|1[0-6])$/);

export const landRow = z.strictObject({ code: landCode, name, kuerzel: z.string().length(2) });

const kreisRow = z.strictObject({
  ags: kreisAgs,
  name,
  amtlicherName: name,
  art: z.enum(['kreis', 'staedteregion']),
  bezeichnung: name,
  regierungsbezirk: bezirk,
  land: landCode,
  flaecheKm2: z.number(),
});

const gemeindeRow = z.strictObject({
  ags: gemeindeAgs,
  ars: z.string().regex(/^\d{12}$/),
  name,
  amtlicherName: name,
  art: z.enum(['gemeinde', 'stadt']),
  bezeichnung: name,
  kreisAgs: kreisAgs.nullable(),
  regierungsbezirk: bezirk,
  land: landCode,
  flaecheKm2: z.number(),
  lat: z.number(),
  lon: z.number(),
});

const einwohnerRow = z.strictObject({ ags: gemeindeAgs, stichtag: day, einwohner: z.int().nonnegative() });
export const plzRow = z.strictObject({ plz: z.string().regex(/^\d{5}$/), ags: gemeindeAgs });
export const websiteRow = z.strictObject({ ags: gemeindeAgs, website: z.string().nullable(), status: name });

const klasseRow = z.strictObject({
  ags,
  klasse: z.enum([
    'kreisfreie-stadt',
    'grosse-kreisangehoerige-stadt',
    'mittlere-kreisangehoerige-stadt',
    'kreisangehoerige-gemeinde',
    'kreis',
    'staedteregion',
  ]),
  gueltigVon: day,
  gueltigBis: day.nullable(),
  hinweis: name.nullable(),
});

const schwelleKlassen = z.enum([
  'grosse-kreisangehoerige-stadt',
  'mittlere-kreisangehoerige-stadt',
  'kreisangehoerige-gemeinde',
]);

export const schwelleRow = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    regelfassung: name,
    gueltigVon: day.nullable(),
    gueltigBis: day.nullable(),
    von: z.array(schwelleKlassen).min(1),
    nach: schwelleKlassen,
    art: z.enum(['auf-antrag', 'von-amts-wegen']),
    vergleich: z.enum(['ueber', 'unter']),
    einwohner: z.int().positive(),
    stichtage: z.int().positive().max(20),
    zaehltAb: day.nullable(),
    tage: z.array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)).min(1),
    norm: name,
    quelle: z.strictObject({ title: name, url: z.string().nullable() }),
    evidenz: z.enum(evidenceGrades),
    hinweis: name.nullable(),
  })
  .refine(({ gueltigVon, gueltigBis }) => !gueltigVon || !gueltigBis || gueltigVon <= gueltigBis, {
    message: 'Das Ende liegt vor dem Beginn',
    path: ['gueltigBis'],
  });

/** The rows as the tables hold them: keys parsed into their value types, facts with the set that says so. */
export const koerperschaftTableRow = z.object({
  ags: ags.transform(parsedBy(parseBodyKey)),
  ars: z.string().transform(parsedBy(parseArs)).nullable(),
  name,
  amtlicherName: name,
  art: z.enum(['gemeinde', 'stadt', 'kreis', 'staedteregion']),
  bezeichnung: name,
  kreisAgs: kreisAgs.transform(parsedBy(parseKreisAgs)).nullable(),
  regierungsbezirk: bezirk,
  land: landCode,
  flaecheKm2: z.number().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
});
export const klasseTableRow = klasseRow.extend({
  ags: ags.transform(parsedBy(parseBodyKey)),
  satz: z.string(),
});
export const einwohnerTableRow = einwohnerRow.extend({ satz: z.string() });

export type KoerperschaftRow = z.infer<typeof koerperschaftTableRow>;
export type KlasseRow = z.infer<typeof klasseTableRow>;
export type EinwohnerRow = z.infer<typeof einwohnerTableRow>;
export type SchwelleRow = z.infer<typeof schwelleRow>;
export type WebsiteRow = z.infer<typeof websiteRow>;

/** Turns a parser of ours into a step of a schema. */
function parsedBy<T>(parse: (text: string) => Result<T>) {
  return (text: string, context: z.RefinementCtx): T => {
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.refusal.message });
    return z.NEVER;
  };
}

const nachfolgeRow = z.strictObject({
  ags: gemeindeAgs,
  name,
  nachAgs: gemeindeAgs,
  nachArs: z.string().regex(/^\d{12}$/),
  nachName: name,
  seit: day,
  quelle: z.strictObject({ title: name, url: z.string().nullable() }),
  evidenz: z.enum(evidenceGrades),
});

/** The files of Nordrhein-Westfalen and what each must look like. */
export const nrwFiles = {
  laender: format('gebiet/laender', 'laender', landRow, ['code']),
  kreise: format('gebiet/kreise-nrw', 'kreise', kreisRow, ['ags']),
  gemeinden: format('gebiet/gemeinden-nrw', 'gemeinden', gemeindeRow, ['ags']),
  'einwohner-2019': format('gebiet/einwohner-2019-nrw', 'einwohner-2019', einwohnerRow, ['ags', 'stichtag']),
  'einwohner-2022': format('gebiet/einwohner-2022-nrw', 'einwohner-2022', einwohnerRow, ['ags', 'stichtag']),
  groessenklassen: format('gebiet/groessenklassen-nrw', 'groessenklassen', klasseRow, ['ags', 'gueltigVon']),
  rechtsstellung: format('gebiet/rechtsstellung-nrw', 'rechtsstellung', klasseRow, ['ags', 'gueltigVon']),
  statuswechsel: format('gebiet/statuswechsel-nrw', 'statuswechsel', klasseRow, ['ags', 'gueltigVon']),
  schwellen: format('gebiet/schwellen-nrw', 'schwellen', schwelleRow, ['id']),
  websites: format('gebiet/websites-nrw', 'websites', websiteRow, ['ags']),
  plz: format('gebiet/plz-nrw', 'plz', plzRow, ['plz', 'ags']),
} as const;

/** The files of the other Länder. */
export const germanyFiles = {
  kreise: format('gebiet-de/kreise', 'kreise', kreisRow, ['ags']),
  gemeinden: format('gebiet-de/gemeinden', 'gemeinden', gemeindeRow, ['ags']),
  'einwohner-2019': format('gebiet-de/einwohner-2019', 'einwohner-2019', einwohnerRow, ['ags', 'stichtag']),
  'einwohner-2022': format('gebiet-de/einwohner-2022', 'einwohner-2022', einwohnerRow, ['ags', 'stichtag']),
  plz: format('gebiet-de/plz', 'plz', plzRow, ['plz', 'ags']),
} as const;

/** Which former Gemeinde belongs to which one; kept by hand, not imported into the database. */
export const nachfolgeFiles = {
  nachfolge: format('gebiet-de/nachfolge', 'nachfolge', nachfolgeRow, ['ags']),
} as const;

type RowOf<F> = F extends ReferenceFormat<infer T> ? T : never;
type RowsOf<Files> = { readonly [Satz in keyof Files]: RowOf<Files[Satz]> };

export type NrwRows = RowsOf<typeof nrwFiles>;
export type GermanyRows = RowsOf<typeof germanyFiles>;

function format<T>(
  file: string,
  satz: string,
  row: z.ZodType<T>,
  key: readonly (keyof T & string)[],
): ReferenceFormat<T> {
  return { file: `${file}.jsonl`, format: `leitwerk.gebiet.${satz}/1`, row, key };
}
