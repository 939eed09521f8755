import type { Catalogue } from '#catalogue';
import { type FieldProblem, type LocalDate, parseLocalDate } from '#kernel';
import { parseEuro } from '../domain/loesung-input.ts';

/** What is found wrong on the way. */
export interface Reader {
  readonly catalogue: Catalogue;
  readonly problems: FieldProblem[];
}

const longestLine = 200;
export const longestText = 1000;
const longestComment = 500;
const mostNames = 50;
/** Divides the entries of a list in exported tables, so none may hold it. */
export const divider = '|';

function clean(given: string): string {
  return given
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

/** One line of text; empty says nothing. */
export function line(reader: Reader, field: string, given: string): string | null {
  return text(reader, field, given.replaceAll(/\s+/g, ' '), longestLine);
}

/** A text in one paragraph, so that it comes back from a table as it went. */
export function text({ problems }: Reader, field: string, given: string, longest: number): string | null {
  const value = clean(given);
  if (value.length > longest) {
    problems.push({ field, message: `Bitte höchstens ${longest.toLocaleString('de-DE')} Zeichen.` });
    return null;
  }
  return value === '' ? null : value;
}

/** Entries without doubles. */
export function list(reader: Reader, field: string, given: readonly string[]): readonly string[] {
  const values = [...new Set(given.flatMap((each) => line(reader, field, each) ?? []))];
  if (values.length > mostNames)
    reader.problems.push({ field, message: `Bitte höchstens ${mostNames} Einträge.` });
  if (values.some((each) => each.includes(divider)))
    reader.problems.push({ field, message: `Bitte ohne das Zeichen „${divider}“, es trennt die Einträge.` });
  return values;
}

/** A web address. */
export function address({ problems }: Reader, field: string, given: string): string | null {
  const value = given.trim();
  if (value === '') return null;
  if (/^https?:\/\/\S+$/.test(value) && URL.canParse(value) && value.length <= 500) return value;
  problems.push({ field, message: 'Die Adresse muss mit https:// oder http:// beginnen.' });
  return null;
}

/** An amount in euros as cents. */
export function euros({ problems }: Reader, field: string, given: string): number | null {
  if (given.trim() === '') return null;
  const cents = parseEuro(given);
  if (cents === null)
    problems.push({ field, message: `„${given.slice(0, 40)}“ ist kein Betrag in Euro wie 1.200,50.` });
  return cents;
}

const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** A day, as ISO or German date. */
export function day({ problems }: Reader, field: string, given: string): LocalDate | null {
  const value = given.trim();
  if (value === '') return null;
  const spelled = german.exec(value);
  const iso = spelled
    ? `${spelled[3]}-${(spelled[2] ?? '').padStart(2, '0')}-${(spelled[1] ?? '').padStart(2, '0')}`
    : value;
  const parsed = parseLocalDate(iso);
  if (parsed.ok) return parsed.value;
  problems.push({ field, message: parsed.refusal.message });
  return null;
}

/** One of some values, by its name or its label. */
export function choice<Value extends string>(
  { problems }: Reader,
  field: string,
  given: string,
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): Value | null {
  const wanted = given.trim().toLowerCase();
  if (wanted === '') return null;
  const found = values.find((each) => each === wanted || labels[each].toLowerCase() === wanted);
  if (found !== undefined) return found;
  const known = values.map((each) => labels[each]).join(', ');
  problems.push({ field, message: `„${given.slice(0, 40)}“ gibt es hier nicht. Möglich sind: ${known}.` });
  return null;
}

/** What is said about a contained Leistung. */
export function comment(reader: Reader, field: string, given: string): string | null {
  if (given.includes(divider))
    reader.problems.push({ field, message: `Bitte ohne das Zeichen „${divider}“, es trennt die Einträge.` });
  return text(reader, field, given, longestComment);
}

/** A Reifegrad. */
export function level({ problems }: Reader, field: string, given: string, highest: number): number | null {
  const value = given.trim();
  if (value === '') return null;
  if (/^\d$/.test(value) && Number(value) <= highest) return Number(value);
  problems.push({ field, message: `Der Reifegrad geht hier von 0 bis ${highest}.` });
  return null;
}
