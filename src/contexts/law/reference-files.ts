import { z } from 'zod';
import { reichweiteSchema } from '#duties';
import { evidenceGrades, type LocalDate, parseLocalDate } from '#kernel';
import type { ReferenceFormat } from '#platform';
import { akteurArten, ebenen, schritte } from './domain/akteur.ts';
import { betroffene, bindungen, type RegisterName, verpflichtete } from './domain/eintrag.ts';

/** The formats of the files in `data/akteure/`, `data/ozg2/` and `data/recht/`. */

const day = z
  .string()
  .refine((text) => parseLocalDate(text).ok, { message: 'kein Tag der Form JJJJ-MM-TT' })
  .transform((text) => text as LocalDate);
const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9-]+$/);
const url = z.string().regex(/^https?:\/\//);

const belegt = {
  quelle: z.strictObject({ title: text, url: url.nullable() }),
  evidenz: z.enum(evidenceGrades),
  gueltigVon: day.nullable(),
  gueltigBis: day.nullable(),
  hinweis: text.nullable(),
};

function inOrder(row: { readonly gueltigVon: string | null; readonly gueltigBis: string | null }): boolean {
  return row.gueltigVon === null || row.gueltigBis === null || row.gueltigVon <= row.gueltigBis;
}
const outOfOrder = { message: 'gueltigBis liegt vor gueltigVon', path: ['gueltigBis'] };

export const akteurRow = z
  .strictObject({
    id,
    name: text,
    kurz: text.nullable(),
    art: z.enum(akteurArten),
    ebene: z.enum(ebenen),
    aufgabe: text,
    website: text.nullable(),
    ...belegt,
  })
  .refine(inOrder, outOfOrder);

export const itDienstleisterRow = z.strictObject({
  id: z.int().positive(),
  name: text,
  ort: text,
  website: text.nullable(),
  hinweis: text.nullable(),
});

export const rolleRow = z
  .strictObject({
    id,
    akteurId: id,
    // Who executes follows from the rules of the Zuständigkeit and is never recorded.
    schritt: z.enum(schritte).exclude(['vollzieht']),
    was: text,
    bereich: z.strictObject({
      alle: z.boolean(),
      themenfelder: z.array(z.int()).readonly(),
      ozgIds: z.array(z.int().min(10000).max(99999)).readonly(),
    }),
    norm: text.nullable(),
    ...belegt,
  })
  .refine(inOrder, outOfOrder);

export const eintragRow = z
  .strictObject({
    id,
    titel: text,
    norm: text,
    art: text,
    aussage: text,
    ersatz: text.nullable(),
    reichweite: reichweiteSchema.nullable(),
    lesart: text.nullable(),
    ...belegt,
  })
  .refine(inOrder, outOfOrder);

export const fristRow = z
  .strictObject({
    id,
    titel: text,
    norm: text,
    faelligAm: day,
    verpflichtet: z.enum(verpflichtete),
    bindung: z.enum(bindungen),
    betrifft: z.enum(betroffene),
    nachTag: z.enum(['gilt', 'vorbei']),
    tun: text,
    wer: text,
    vorlaufTage: z.int().nonnegative(),
    vorlaufGrund: text,
    lesart: text.nullable(),
    ...belegt,
  })
  .refine(inOrder, outOfOrder);

export const wortlautRow = z.strictObject({
  id,
  gesetz: text,
  paragraf: z.string().regex(/^\d+[a-z]?$/),
  absatz: z
    .string()
    .regex(/^\d+[a-z]?$/)
    .nullable(),
  text: text.max(600),
  /** The day on which the collection held this text. */
  standAm: day,
  quelle: belegt.quelle,
  evidenz: belegt.evidenz,
});

export type AkteurRow = z.infer<typeof akteurRow>;
export type ItDienstleisterRow = z.infer<typeof itDienstleisterRow>;
export type RolleRow = z.infer<typeof rolleRow>;
export type EintragRow = z.infer<typeof eintragRow>;
export type FristRow = z.infer<typeof fristRow>;
export type WortlautRow = z.infer<typeof wortlautRow>;

/** What comes in one import. */
export const umfaenge = ['akteure', 'ozg2', 'recht'] as const;
export type Umfang = (typeof umfaenge)[number];

export interface AkteureRows {
  readonly akteure: AkteurRow;
  readonly rollen: RolleRow;
  readonly itDienstleister: ItDienstleisterRow;
}

export const akteureFormats: { readonly [Satz in keyof AkteureRows]: ReferenceFormat<AkteureRows[Satz]> } = {
  akteure: { file: 'akteure/akteure.jsonl', format: 'leitwerk.akteure/1', row: akteurRow, key: ['id'] },
  rollen: { file: 'akteure/rollen.jsonl', format: 'leitwerk.akteure.rollen/1', row: rolleRow, key: ['id'] },
  itDienstleister: {
    file: 'akteure/it-dienstleister.jsonl',
    format: 'leitwerk.it-dienstleister/1',
    row: itDienstleisterRow,
    key: ['id'],
  },
};

export interface Ozg2Rows {
  readonly schriftform: EintragRow;
  readonly bescheide: EintragRow;
  readonly nutzergruppen: EintragRow;
  readonly nachweise: EintragRow;
  readonly kennzahlen: EintragRow;
  readonly fristen: FristRow;
}

const register = (name: string): ReferenceFormat<EintragRow> => ({
  file: `ozg2/${name}.jsonl`,
  format: 'leitwerk.ozg2.eintraege/1',
  row: eintragRow,
  key: ['id'],
});

export const ozg2Formats: { readonly [Satz in keyof Ozg2Rows]: ReferenceFormat<Ozg2Rows[Satz]> } = {
  schriftform: register('schriftform'),
  bescheide: register('bescheide'),
  nutzergruppen: register('nutzergruppen'),
  nachweise: register('nachweise'),
  kennzahlen: register('kennzahlen'),
  fristen: { file: 'ozg2/fristen.jsonl', format: 'leitwerk.ozg2.fristen/1', row: fristRow, key: ['id'] },
};

export interface RechtRows {
  readonly wortlaut: WortlautRow;
}

export const rechtFormats: { readonly [Satz in keyof RechtRows]: ReferenceFormat<RechtRows[Satz]> } = {
  wortlaut: {
    file: 'recht/wortlaut.jsonl',
    format: 'leitwerk.recht.wortlaut/1',
    row: wortlautRow,
    key: ['id'],
  },
};

/** The sets that are registers, and how the register is named. */
export const registerOfSatz: Readonly<Record<Exclude<keyof Ozg2Rows, 'fristen'>, RegisterName>> = {
  schriftform: 'schriftform',
  bescheide: 'bescheid',
  nutzergruppen: 'nutzergruppe',
  nachweise: 'nachweis',
  kennzahlen: 'kennzahl',
};
