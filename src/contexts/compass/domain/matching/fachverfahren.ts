import { type FieldProblem, type LocalDate, ok, type Result, refuse } from '#kernel';
import { dayIn } from '../parse-aenderung.ts';

/** A Fachverfahren that a Kommune uses between two days, both inclusive. */
export interface Fachverfahren {
  readonly id: string;
  readonly name: string;
  readonly hersteller: string | null;
  /** The name of the Fachbereich that works with it. */
  readonly fachbereich: string | null;
  readonly von: LocalDate | null;
  readonly bis: LocalDate | null;
}

/** What somebody says of one, as text. */
export interface FachverfahrenEingabe {
  readonly name: string;
  readonly hersteller?: string | null | undefined;
  readonly fachbereich?: string | null | undefined;
  readonly von?: string | null | undefined;
  readonly bis?: string | null | undefined;
}

/** Parses what somebody says of a Fachverfahren; every problem stands at its field. */
export function parseFachverfahren(
  eingabe: FachverfahrenEingabe,
): Result<Omit<Fachverfahren, 'id'>, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const name = named(eingabe.name, 'name', problems);
  const hersteller = named(eingabe.hersteller, 'hersteller', problems);
  const fachbereich = named(eingabe.fachbereich, 'fachbereich', problems);
  const von = readDay(eingabe.von, 'von', problems);
  const bis = readDay(eingabe.bis, 'bis', problems);
  if (name === null && problems.length === 0)
    problems.push({ field: 'name', message: 'Wie heißt das Fachverfahren?' });
  if (von !== null && bis !== null && bis < von)
    problems.push({ field: 'bis', message: 'Das Ende liegt vor dem Beginn. Bitte prüfen Sie beide Tage.' });
  return problems.length > 0 || name === null
    ? refuse(problems)
    : ok({ name, hersteller, fachbereich, von, bis });
}

/** Whether it is used on a day. */
export function wirdGenutzt({ von, bis }: Pick<Fachverfahren, 'von' | 'bis'>, day: LocalDate): boolean {
  return (von === null || von <= day) && (bis === null || day <= bis);
}

function named(text: string | null | undefined, field: string, problems: FieldProblem[]): string | null {
  const trimmed = (text ?? '').replaceAll(/\s+/g, ' ').trim();
  if (trimmed === '') return null;
  if (trimmed.length < 2 || trimmed.length > 120)
    problems.push({ field, message: 'Bitte nennen Sie 2 bis 120 Zeichen.' });
  return trimmed;
}

function readDay(text: string | null | undefined, field: string, problems: FieldProblem[]): LocalDate | null {
  const parsed = dayIn((text ?? '').trim());
  if (parsed.ok) return parsed.value;
  problems.push({ field, message: parsed.refusal });
  return null;
}
