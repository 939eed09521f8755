import type { EvidenceGrade, Source, Validity } from '#kernel';

/** What every fact of the law says of itself: by which source, how good, from when to when. */
export interface Belegt extends Validity {
  readonly quelle: Source;
  readonly evidenz: EvidenceGrade;
  readonly hinweis: string | null;
}
