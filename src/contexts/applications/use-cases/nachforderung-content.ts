import type { AnswerChange, Answers, Fee, Origins } from '#forms';
import { isUuid, type LocalDate } from '#kernel';
import type { TenantId } from '#platform';
import type { DraftFile } from '../draft-content.ts';

/** What an office asks for once more, as it tells the portal; all but ids and days is sealed at once. */
export interface AskedAgain {
  readonly id: string;
  readonly frist: LocalDate;
  /** Why, in words for the applicant. */
  readonly grund: string;
  /** The places of the fields, and what the office calls them. */
  readonly felder: readonly { readonly place: string; readonly titel: string }[];
  /** Who gets the answer, and for which of its submissions. */
  readonly empfaenger: TenantId;
  readonly zustellpunkt: string;
  readonly submission: string;
  readonly leistung: string;
  /** What the office knows of the answers, for Anträge whose own copy does not hold them. */
  readonly antworten: Answers;
}

/** The same, opened by the applicant; id and day stand in the row. */
export type AskedContent = Omit<AskedAgain, 'id' | 'frist'>;

/** The draft of an answer, sealed under the applicant's key. */
export interface LaterDraft {
  readonly answers: Answers;
  readonly language?: string | undefined;
  readonly files: readonly DraftFile[];
  /** Where to go on later: a page, or the check (`null`). */
  readonly seite?: string | null;
}

/** What was handed in, sealed under the applicant's key: the state of all answers after it, and what changed. */
export interface LaterAnswer {
  readonly answers: Answers;
  readonly origins: Origins;
  readonly changes: readonly AnswerChange[];
  readonly files: readonly Pick<DraftFile, 'id' | 'fileName' | 'geprueft'>[];
  readonly fee: Fee;
}

export function askedPlace(row: string) {
  return { table: 'applications.nachforderung', column: 'inhalt_sealed', row };
}

export function laterDraftPlace(row: string) {
  return { table: 'applications.nachforderung', column: 'entwurf_sealed', row };
}

export function laterAnswerPlace(row: string) {
  return { table: 'applications.nachforderung', column: 'antwort_sealed', row };
}

/** An id that may be looked for. */
export function idFrom(text: string | undefined): string | null {
  return text !== undefined && isUuid(text) ? text : null;
}
