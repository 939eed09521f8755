import { z } from 'zod';
import { evidenceGrades, localDate } from '#kernel';
import type { ReferenceFormat } from '#platform';
import { kostenarten, rundungen } from './domain/kostenplan.ts';

const source = {
  quelle: z.string().min(1),
  quelleUrl: z.string().regex(/^https?:\/\//),
  evidenz: z.enum(evidenceGrades),
};
const day = z.string().transform(localDate);
const share = z.string().regex(/^\d+(\.\d+)?$/);

const koenigsteiner = z.strictObject({
  jahr: z.number().int(),
  angewandtFuer: z.number().int(),
  land: z.string().regex(/^\d{2}$/),
  kuerzel: z.string().regex(/^[A-Z]{2}$/),
  name: z.string(),
  prozent: share,
  ...source,
});

const kostenart = z.strictObject({ art: z.enum(kostenarten), titel: z.string(), ...source });

const finanzierung = z.strictObject({
  id: z.string(),
  titel: z.string(),
  norm: z.string(),
  gueltigAb: day.nullable(),
  schichten: z.array(
    z.strictObject({
      id: z.string(),
      titel: z.string(),
      anteil: share.nullable(),
      gruppen: z.array(z.string()),
      schluessel: z.enum(['innen', 'koenigsteiner', 'koenigsteiner_angepasst', 'einwohner']),
    }),
  ),
  teilt: share.nullable(),
  sitzland: z.strictObject({ anteil: share, merkmal: z.string() }).nullable(),
  vorgaben: z.strictObject({
    rundung: z.enum(rundungen).nullable(),
    faellig: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .nullable(),
    einwohnerVorJahren: z.number().int().nullable(),
  }),
  hinweis: z.string(),
  ...source,
});

const steuerregel = z.strictObject({
  regel: z.string(),
  titel: z.string(),
  art: z.enum(['nicht-steuerbar', 'steuerfrei', 'steuerpflichtig']),
  von: day,
  bis: day.nullable(),
  satz: share,
  norm: z.string(),
  normNoetig: z.boolean(),
  hinweis: z.string(),
  ...source,
});

const foerderung = z.strictObject({
  id: z.string(),
  titel: z.string(),
  von: day,
  bis: day.nullable(),
  cent: z
    .string()
    .regex(/^\d+$/)
    .transform((digits) => BigInt(digits)),
  geber: z.string(),
  fuer: z.string(),
  ...source,
});

export type Koenigsteinerzeile = z.output<typeof koenigsteiner>;
export type Steuerzeile = z.output<typeof steuerregel>;

/** A programme that gave or gives money, as a dated fact; what a Kommune gets of it, its giver says. */
export type Foerderprogramm = z.output<typeof foerderung>;

/** The rows of `data/kosten`, by their file. */
export interface Kostenrows {
  readonly koenigsteiner: Koenigsteinerzeile;
  readonly arten: z.output<typeof kostenart>;
  readonly finanzierungen: z.output<typeof finanzierung>;
  readonly steuerregeln: Steuerzeile;
  readonly foerderungen: Foerderprogramm;
}

const format = <T>(
  name: string,
  row: z.ZodType<T>,
  key: readonly (keyof T & string)[],
): ReferenceFormat<T> => ({
  file: `kosten/${name}.jsonl`,
  format: `leitwerk.kosten.${name === 'kostenarten' ? 'arten' : name}/1`,
  row,
  key,
});

/** What each file of `data/kosten` looks like. */
export const kostenFormats = {
  koenigsteiner: format('koenigsteiner', koenigsteiner, ['jahr', 'land']),
  arten: format('kostenarten', kostenart, ['art']),
  finanzierungen: format('finanzierungen', finanzierung, ['id']),
  steuerregeln: format('steuerregeln', steuerregel, ['regel', 'von']),
  foerderungen: format('foerderungen', foerderung, ['id']),
};
