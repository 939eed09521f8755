import { type FieldProblem, type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import type { Oeffnungszeiten } from './opening-hours.ts';
import { parseOeffnungszeiten, type TypedHours } from './parse-opening-hours.ts';
import { type Reader, readFields } from './read-fields.ts';

/** What a Kommune says of itself on its own site; all of it is public. */
export interface SiteText {
  readonly anschrift: string;
  readonly telefon: string;
  readonly email: string;
  readonly oeffnungszeiten: Oeffnungszeiten;
  /** Who represents the Kommune, for the Impressum. */
  readonly vertretung: string;
  readonly datenschutzEmail: string;
  /** From this day on everybody finds the site; null while it is being prepared. */
  readonly veroeffentlichtAb: LocalDate | null;
  /** When somebody last examined how accessible the site is; null where nobody did. */
  readonly barrierefreiheitGeprueftAm: LocalDate | null;
}

/** The public projection of a Kommune: its site. */
export interface Site extends SiteText {
  readonly tenant: string;
  readonly slug: string;
  readonly ags: string;
  readonly name: string;
  /** Counts the changes, so that of two editors the second one learns of the first. */
  readonly version: number;
}

/** The fields of a site as they are typed. */
export interface SiteInput {
  readonly fields: Readonly<Record<string, string>>;
  readonly hours: TypedHours;
}

/** Whether citizens may see the site on a day. */
export function isPublished({ veroeffentlichtAb }: SiteText, today: LocalDate): boolean {
  return veroeffentlichtAb !== null && veroeffentlichtAb <= today;
}

/** Reads what a Kommune typed; the refusal names every field that is wrong. */
export function parseSite({ fields, hours }: SiteInput): Result<SiteText, readonly FieldProblem[]> {
  const read = readFields(fields);
  const text = {
    anschrift: read.text('anschrift', 'Bitte nennen Sie die Anschrift des Rathauses.', 400),
    telefon: read.phone('telefon'),
    email: read.email('email'),
    vertretung: read.text('vertretung', 'Bitte sagen Sie, wer die Kommune vertritt.', 200),
    datenschutzEmail: read.email('datenschutzEmail'),
    veroeffentlichtAb: optionalDay(read, 'veroeffentlichtAb'),
    barrierefreiheitGeprueftAm: optionalDay(read, 'barrierefreiheitGeprueftAm'),
  };
  const oeffnungszeiten = parseOeffnungszeiten(hours, 'zeiten-');
  const problems = [...read.problems, ...(oeffnungszeiten.ok ? [] : oeffnungszeiten.refusal)];
  if (problems.length > 0 || !oeffnungszeiten.ok) return refuse(problems);
  return ok({ ...text, oeffnungszeiten: oeffnungszeiten.value });
}

function optionalDay(read: Reader, field: string): LocalDate | null {
  const text = read.optional(field, 20);
  if (text === '') return null;
  const day = parseLocalDate(text);
  if (day.ok) return day.value;
  read.complain(field, day.refusal.message);
  return null;
}
