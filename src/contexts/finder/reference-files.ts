import { z } from 'zod';
import type { ReferenceFormat } from '#platform';
import { zielgruppen } from './domain/zielgruppe.ts';

/** The formats of the files in `data/thesaurus/` and `data/lebenslagen/`. */

const wort = z.string().trim().min(1).max(60);
const woerter = z.array(wort).readonly();

export const thesaurusRow = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]{1,20}$/),
    ozgId: z.int().min(10000).max(99999).nullable(),
    leistungId: z
      .string()
      .regex(/^L\d{5,}$/)
      .nullable(),
    alltag: woerter,
    kurz: woerter,
    regional: woerter,
    lage: woerter,
    fremd: z.record(z.string().regex(/^[a-z]{2}$/), woerter),
  })
  .refine(({ ozgId, leistungId }) => (ozgId === null) !== (leistungId === null), {
    message: 'genau eines von ozgId und leistungId',
    path: ['ozgId'],
  });

export const synonymRow = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{1,20}$/),
  woerter: z
    .array(z.string().regex(/^[\p{L}\p{N}]+$/u))
    .min(2)
    .readonly(),
});

export const lebenslageRow = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  titel: z.string().min(1),
  kurz: z.string().min(1),
  rang: z.int().positive(),
  zielgruppe: z.enum(zielgruppen),
  schritte: z
    .array(
      z.strictObject({
        titel: z.string().min(1),
        satz: z.string().min(1),
        leistungen: z.array(z.string().regex(/^L\d{5,}$/)).readonly(),
      }),
    )
    .min(1)
    .readonly(),
});

export type ThesaurusRow = z.infer<typeof thesaurusRow>;
export type SynonymRow = z.infer<typeof synonymRow>;
export type LebenslageRow = z.infer<typeof lebenslageRow>;

/** What comes in one import. */
export const umfaenge = ['thesaurus', 'lebenslagen'] as const;
export type Umfang = (typeof umfaenge)[number];

export interface ThesaurusRows {
  readonly thesaurus: ThesaurusRow;
  readonly synonyme: SynonymRow;
}
export interface LebenslagenRows {
  readonly lebenslagen: LebenslageRow;
}

export const thesaurusFormats: {
  readonly [Satz in keyof ThesaurusRows]: ReferenceFormat<ThesaurusRows[Satz]>;
} = {
  thesaurus: {
    file: 'thesaurus/thesaurus.jsonl',
    format: 'leitwerk.thesaurus/1',
    row: thesaurusRow,
    key: ['id'],
  },
  synonyme: {
    file: 'thesaurus/synonyme.jsonl',
    format: 'leitwerk.synonyme/1',
    row: synonymRow,
    key: ['id'],
  },
};

export const lebenslagenFormats: {
  readonly [Satz in keyof LebenslagenRows]: ReferenceFormat<LebenslageRow>;
} = {
  lebenslagen: {
    file: 'lebenslagen/lebenslagen.jsonl',
    format: 'leitwerk.lebenslagen/1',
    row: lebenslageRow,
    key: ['id'],
  },
};
