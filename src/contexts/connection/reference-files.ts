import { z } from 'zod';
import { type ReferenceFormat, readReferenceFiles } from '#platform';
import { type Dienstliste, fehlerIm, type Katalog } from './domain/katalog.ts';
import { bausteine, gruppen, type Punkt, parteien, pruefungen } from './domain/punkt.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);

const punktRow: z.ZodType<Punkt> = z.strictObject({
  id,
  titel: z.string().min(3),
  wer: z.enum(parteien),
  gruppe: z.enum(gruppen),
  was: z.string().min(3),
  wie: z.string().min(3),
  wo: z.string().regex(/^\/[a-z]/),
  haengtAb: z.array(id),
  frist: z
    .strictObject({ art: z.enum(['nach-voraussetzung', 'vor-start']), tage: z.int().nonnegative() })
    .nullable(),
  nachweis: z.enum(['pflicht', 'freiwillig']),
  ablauf: z.enum(['keiner', 'moeglich', 'pflicht']),
  pflicht: z.boolean(),
  verzichtbar: z.boolean(),
  quelle: z.string().nullable(),
  annahme: z.boolean(),
  pruefung: z.enum(pruefungen).nullable(),
  baustein: z.enum(bausteine).nullable(),
});

const dienstRow: z.ZodType<Dienstliste> = z.strictObject({
  dienst: id,
  streng: z.boolean(),
  bausteine: z.array(z.enum(bausteine)),
  zusatz: z.array(punktRow),
  entfaellt: z.array(z.strictObject({ punkt: id, grund: z.string().min(3) })),
});

interface KatalogRows {
  readonly punkte: Punkt;
  readonly dienste: Dienstliste;
}

const formats: { readonly [Satz in keyof KatalogRows]: ReferenceFormat<KatalogRows[Satz]> } = {
  punkte: {
    file: 'anbindung/punkte.jsonl',
    format: 'leitwerk.anbindung-punkte/2',
    row: punktRow,
    key: ['id'],
  },
  dienste: {
    file: 'anbindung/dienste.jsonl',
    format: 'leitwerk.anbindung-dienste/2',
    row: dienstRow,
    key: ['dienst'],
  },
};

/** The checklist that the product ships. Throws where our own files are broken. */
export function readKatalog(folder: string): Katalog {
  const read = readReferenceFiles<KatalogRows>(folder, formats);
  if (!read.ok) throw new Error(read.refusal.message);
  const { punkte, dienste } = read.value.files;
  const katalog = {
    punkte: punkte.rows,
    dienste: new Map(dienste.rows.map((row) => [row.dienst, row])),
  };
  const faults = fehlerIm(katalog);
  if (faults.length > 0) throw new Error(`data/anbindung: ${faults.join('; ')}`);
  return katalog;
}
