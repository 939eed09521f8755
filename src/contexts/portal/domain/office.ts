import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import type { Oeffnungszeiten } from './opening-hours.ts';
import { parseOeffnungszeiten, type TypedHours } from './parse-opening-hours.ts';
import { readFields } from './read-fields.ts';

/** What citizens need to know of an office (Amt). */
export interface OfficeText {
  readonly name: string;
  readonly anschrift: string;
  readonly telefon: string;
  readonly email: string;
  readonly oeffnungszeiten: Oeffnungszeiten;
}

/** An office of a Kommune with the Leistungen that it handles, by our own ids. */
export interface Office extends OfficeText {
  readonly tenant: string;
  readonly id: string;
  readonly leistungen: readonly string[];
  readonly version: number;
}

/** The fields of an office as they are typed; `leistungen` are keys or numbers, separated by blanks, commas or lines. */
export interface OfficeInput {
  readonly fields: Readonly<Record<string, string>>;
  readonly hours: TypedHours;
  readonly leistungen: string;
}

const mostLeistungen = 2000;

/** Reads an office and the words that name its Leistungen, which the catalogue has yet to know. */
export function parseOffice(
  input: OfficeInput,
): Result<OfficeText & { readonly leistungWords: readonly string[] }, readonly FieldProblem[]> {
  const read = readFields(input.fields);
  const text = {
    name: read.text('name', 'Bitte nennen Sie das Amt, zum Beispiel „Steueramt“.', 120),
    anschrift: read.optional('anschrift', 400),
    telefon: read.phone('telefon'),
    email: read.email('email'),
  };
  const oeffnungszeiten = parseOeffnungszeiten(input.hours, 'zeiten-');
  const leistungWords = [...new Set(input.leistungen.split(/[\s,;]+/).filter((word) => word !== ''))];
  if (leistungWords.length > mostLeistungen)
    read.complain('leistungen', `Bitte höchstens ${mostLeistungen} Leistungen.`);
  const problems = [...read.problems, ...(oeffnungszeiten.ok ? [] : oeffnungszeiten.refusal)];
  if (problems.length > 0 || !oeffnungszeiten.ok) return refuse(problems);
  return ok({ ...text, oeffnungszeiten: oeffnungszeiten.value, leistungWords });
}

/** The office that handles a Leistung: the first by name that says so. */
export function officeFor(offices: readonly Office[], leistungId: string): Office | null {
  return offices.find(({ leistungen }) => leistungen.includes(leistungId)) ?? null;
}
