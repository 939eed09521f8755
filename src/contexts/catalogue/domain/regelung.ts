import type { EvidenceGrade } from '#kernel';
import type { Catalogue, Leistung } from './catalogue.ts';

/** The first axis of a Leistung: who regulates it, by the Typisierung; `vollzug` is what the same code says of the second. */
export interface Regelung {
  /** `Bund`, `Land` or `Kommune`; null where the catalogue names no Typisierung or one without meaning here. */
  readonly wer: string | null;
  readonly vollzug: string | null;
  readonly typ: string | null;
  readonly evidence: EvidenceGrade | null;
  readonly source: string | null;
}

/** Who regulates a Leistung. */
export function regelungOf(catalogue: Catalogue, { typ }: Pick<Leistung, 'typ'>): Regelung {
  const known = typ === null ? undefined : catalogue.typisierungByCode.get(typ);
  return {
    wer: known?.regelung ?? null,
    vollzug: known?.vollzug ?? null,
    typ,
    evidence: known?.evidence ?? null,
    source: known?.source ?? null,
  };
}
