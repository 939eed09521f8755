import type { FieldProblem, LocalDate } from '#kernel';
import { formatLocalDate, parseLocalDate } from '#kernel';

export const zwecke = [
  'bezahldienst-test',
  'bezahldienst',
  'zertifikat',
  'fachverfahren',
  'portal',
  'sonstiges',
] as const;
/** What kind of access a secret gives. */
export type Zweck = (typeof zwecke)[number];

/** A secret as it is typed. */
export interface GetippteZugangsdaten {
  readonly name: string;
  readonly zweck: string;
  readonly dienst: string;
  readonly wert: string;
  readonly gueltigBis: string;
}

/** The same, ready to be sealed. */
export interface Zugangsdaten {
  readonly name: string;
  readonly zweck: Zweck;
  readonly dienst: string;
  readonly wert: string;
  readonly gueltigBis: LocalDate | null;
}

/** The most characters of a value: room for a certificate with its key. */
const longest = 20_000;

/** What is wrong with what was typed; the value itself stands in no message. */
export function pruefeZugangsdaten(
  typed: GetippteZugangsdaten,
  today: LocalDate,
): { readonly value: Zugangsdaten | null; readonly problems: readonly FieldProblem[] } {
  const name = typed.name.trim();
  const zweck = zwecke.find((each) => each === typed.zweck);
  const tag = tagOf(typed.gueltigBis.trim(), today);
  const problems = [
    ...(name.length >= 2 && name.length <= 100
      ? []
      : [problem('name', 'Bitte geben Sie einen Namen aus 2 bis 100 Zeichen an.')]),
    ...(zweck ? [] : [problem('zweck', 'Bitte wählen Sie, wofür die Zugangsdaten sind.')]),
    ...pruefeWert(typed.wert),
    ...tag.problems,
  ];
  if (problems.length > 0 || zweck === undefined) return { value: null, problems };
  const value = { name, zweck, dienst: typed.dienst.trim(), wert: typed.wert, gueltigBis: tag.value };
  return { value, problems };
}

/** What is wrong with a value that replaces another. */
export function pruefeWert(wert: string): readonly FieldProblem[] {
  if (wert.trim() === '') return [problem('wert', 'Bitte geben Sie die Zugangsdaten ein.')];
  return wert.length > longest ? [problem('wert', `Bitte höchstens ${longest} Zeichen.`)] : [];
}

/** A last day as it is typed; empty where there is none. */
export function tagOf(
  text: string,
  today: LocalDate,
): { readonly value: LocalDate | null; readonly problems: readonly FieldProblem[] } {
  if (text === '') return { value: null, problems: [] };
  const parsed = parseLocalDate(text);
  if (!parsed.ok) return { value: null, problems: [problem('gueltigBis', parsed.refusal.message)] };
  if (parsed.value >= today) return { value: parsed.value, problems: [] };
  const message = `Am ${formatLocalDate(parsed.value)} sind sie schon abgelaufen. Bitte lassen Sie sich zuerst neue geben.`;
  return { value: null, problems: [problem('gueltigBis', message)] };
}

function problem(field: string, message: string): FieldProblem {
  return { field, message };
}
