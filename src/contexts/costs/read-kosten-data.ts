import { z } from 'zod';
import {
  type EvidenceGrade,
  evidenceGrades,
  type LocalDate,
  localDate,
  ok,
  type Result,
  refuse,
} from '#kernel';
import { type ReferenceFormat, readReferenceFiles } from '#platform';
import type { Finanzierungsmodell } from './domain/finanzierungsmodell.ts';
import { type Kostenart, kostenarten, type Schluessel, type Steuerregel } from './domain/kostenplan.ts';
import { valuesOf } from './domain/schluesselwerte.ts';

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

type Koenigsteinerzeile = z.output<typeof koenigsteiner>;
type Steuerzeile = z.output<typeof steuerregel>;

interface Kostenrows {
  readonly koenigsteiner: Koenigsteinerzeile;
  readonly arten: z.output<typeof kostenart>;
  readonly finanzierungen: z.output<typeof finanzierung>;
  readonly steuerregeln: Steuerzeile;
  readonly foerderungen: Foerderprogramm;
}

/** A programme that gave or gives money, as a dated fact; what a Kommune gets of it, its giver says. */
export type Foerderprogramm = z.output<typeof foerderung>;

export interface Kostenartangabe {
  readonly art: Kostenart;
  readonly titel: string;
  readonly quelle: string;
  readonly quelleUrl: string;
  readonly evidenz: EvidenceGrade;
}

/** What the product ships to make a Kostenplan of. */
export interface Kostendaten {
  readonly stand: LocalDate;
  /** By Schlüsseljahr, oldest first; values by the two digits of the Land. */
  readonly koenigsteiner: readonly Schluessel[];
  readonly arten: readonly Kostenartangabe[];
  readonly finanzierungen: readonly (Finanzierungsmodell & { readonly evidenz: EvidenceGrade })[];
  readonly steuerregeln: readonly Steuerregel[];
  readonly foerderungen: readonly Foerderprogramm[];
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

/**
 * Reads keys, funding models, cost types, tax rules and programmes from the data folder. Refuses as every reference file, and
 * (`COSTS_KEY_NOT_100`) a key whose parts do not make exactly 100.
 */
export function readKostendaten(dataFolder: string): Result<Kostendaten> {
  const read = readReferenceFiles<Kostenrows>(dataFolder, {
    koenigsteiner: format('koenigsteiner', koenigsteiner, ['jahr', 'land']),
    arten: format('kostenarten', kostenart, ['art']),
    finanzierungen: format('finanzierungen', finanzierung, ['id']),
    steuerregeln: format('steuerregeln', steuerregel, ['regel', 'von']),
    foerderungen: format('foerderungen', foerderung, ['id']),
  });
  if (!read.ok) return read;
  const { files } = read.value;
  const keys = koenigsteinerOf(files.koenigsteiner.rows);
  for (const key of keys) {
    const whole = valuesOf(key);
    if (!whole.ok) return refuse(whole.refusal);
  }
  return ok({
    stand: localDate(files.koenigsteiner.kopf.stand),
    koenigsteiner: keys,
    arten: files.arten.rows,
    finanzierungen: files.finanzierungen.rows,
    steuerregeln: steuerregelnOf(files.steuerregeln.rows),
    foerderungen: files.foerderungen.rows,
  });
}

function koenigsteinerOf(rows: readonly Koenigsteinerzeile[]): readonly Schluessel[] {
  return [...Map.groupBy(rows, ({ jahr }) => jahr)]
    .toSorted(([a], [b]) => a - b)
    .map(([jahr, each]) => ({
      id: `koenigsteiner-${jahr}`,
      titel: `Königsteiner Schlüssel ${jahr}`,
      art: 'koenigsteiner',
      jahr,
      angewandtFuer: each[0]?.angewandtFuer,
      quelle: [...new Set(each.map(({ quelle }) => quelle))].join('; '),
      werte: Object.fromEntries(each.map(({ land, prozent }) => [land, prozent])),
    }));
}

function steuerregelnOf(rows: readonly Steuerzeile[]): readonly Steuerregel[] {
  return [...Map.groupBy(rows, ({ regel }) => regel).values()].flatMap((each): readonly Steuerregel[] => {
    const [first] = each;
    if (first === undefined) return [];
    const { regel, titel, art, normNoetig, quelle } = first;
    const fassungen = each
      .map(({ von, bis, satz, norm }) => ({ von, bis, satz, norm }))
      .toSorted((a, b) => (a.von < b.von ? -1 : 1));
    return [{ id: regel, titel, art, normNoetig, fassungen, quelle }];
  });
}
