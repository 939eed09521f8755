import type { EvidenceGrade, LocalDate, Source } from '#kernel';

/** A sentence of a law, word for word, as its source held it on a day. */
export interface NormSatz {
  /** „§ 14 Abs. 1 GewO“. */
  readonly fundstelle: string;
  readonly text: string;
  readonly standAm: LocalDate;
  readonly quelle: Source;
  readonly evidenz: EvidenceGrade;
}

/** A section that the norm of a rule cites, with the sentences held of it; none: the wording is not held. */
export interface NormWortlaut {
  readonly zitat: string;
  readonly saetze: readonly NormSatz[];
}
