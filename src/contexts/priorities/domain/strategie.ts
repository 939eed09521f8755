import {
  type FieldProblem,
  ok,
  parseQuartal,
  type Quartal,
  type Refusal,
  type Result,
  refuse,
} from '#kernel';

/** What the group can decide of an EfA service: for all, for whoever wants it, not at all, later. */
export const entscheide = ['alle', 'wer-will', 'nicht', 'spaeter'] as const;
export type Entscheid = (typeof entscheide)[number];

export const dienstArten = ['onlinedienst', 'loesung', 'projekt'] as const;
export type DienstArt = (typeof dienstArten)[number];

/** A service built once for all, whatever register keeps it. */
export interface EfaDienst {
  readonly art: DienstArt;
  readonly id: string;
  readonly titel: string;
  readonly anbieter: string;
  /** What its register says of its state, in words. */
  readonly status: string;
  readonly verfuegbarAb: string | null;
  readonly leistungen: readonly string[];
  readonly href: string;
}

/** One decision on a service. */
export interface Strategiestand {
  readonly art: DienstArt;
  readonly dienstId: string;
  /** Counts the decisions on this service, from 1. */
  readonly fassung: number;
  readonly titel: string;
  readonly leistungen: readonly string[];
  readonly entscheid: Entscheid;
  readonly quartal: Quartal | null;
  readonly grund: string;
  /** An office or a role, never a person. */
  readonly verantwortlich: string;
  /** The decision of a session that it rests on, where there is one. */
  readonly sitzungsbeschluss: string | null;
  readonly entschiedenAm: Date;
}

/** What is typed of a decision. */
export interface Strategiewunsch {
  readonly entscheid: string;
  readonly quartal: string;
  readonly grund: string;
  readonly verantwortlich: string;
}

export interface Strategieinhalt {
  readonly entscheid: Entscheid;
  readonly quartal: Quartal | null;
  readonly grund: string;
  readonly verantwortlich: string;
}

const longest = 1000;

/** Parses a decision; names every field that does not fit. */
export function parseStrategie(typed: Strategiewunsch): Result<Strategieinhalt> {
  const entscheid = entscheide.find((each) => each === typed.entscheid);
  const quartal = quartalIn(typed.quartal);
  const grund = typed.grund.trim();
  const verantwortlich = typed.verantwortlich.trim();
  const fields: readonly FieldProblem[] = [
    ...(entscheid ? [] : [{ field: 'entscheid', message: 'Bitte wählen Sie einen Entscheid.' }]),
    ...quartal.problems,
    ...(entscheid && entscheid !== 'nicht' && quartal.value === null && quartal.problems.length === 0
      ? [{ field: 'quartal', message: 'Bitte nennen Sie das Quartal, zum Beispiel 2027-Q2.' }]
      : []),
    ...textProblem('grund', grund, 'Bitte schreiben Sie in ein oder zwei Sätzen, warum.', longest),
    ...textProblem(
      'verantwortlich',
      verantwortlich,
      'Bitte nennen Sie die Stelle, die es verantwortet.',
      200,
    ),
  ];
  return entscheid && fields.length === 0
    ? ok({ entscheid, quartal: quartal.value, grund, verantwortlich })
    : refuse(strategieInvalid(fields));
}

/** What a Kommune does instead; `keine` takes its deviation back. */
export const abweichungArten = ['fuehrt-ein', 'fuehrt-nicht-ein', 'spaeter', 'keine'] as const;
export type AbweichungArt = (typeof abweichungArten)[number];

export interface Abweichungsinhalt {
  readonly abweichung: AbweichungArt;
  readonly quartal: Quartal | null;
  readonly grund: string;
}

/** What a Kommune said of its deviation, once. */
export interface Abweichung extends Abweichungsinhalt {
  readonly ags: string;
  readonly kommune: string;
  readonly art: DienstArt;
  readonly dienstId: string;
  readonly fassung: number;
  readonly angegebenAm: Date;
}

/** Parses a deviation; it always says why, and „später“ says when. */
export function parseAbweichung(typed: {
  readonly abweichung: string;
  readonly quartal: string;
  readonly grund: string;
}): Result<Abweichungsinhalt> {
  const abweichung = abweichungArten.find((each) => each === typed.abweichung);
  const quartal = quartalIn(typed.quartal);
  const grund = typed.grund.trim();
  const fields: readonly FieldProblem[] = [
    ...(abweichung ? [] : [{ field: 'abweichung', message: 'Bitte wählen Sie, was Ihre Kommune tut.' }]),
    ...quartal.problems,
    ...(abweichung === 'spaeter' && quartal.value === null && quartal.problems.length === 0
      ? [{ field: 'quartal', message: 'Bitte nennen Sie das Quartal, zum Beispiel 2027-Q4.' }]
      : []),
    ...textProblem('grund', grund, 'Bitte schreiben Sie in ein oder zwei Sätzen, warum.', longest),
  ];
  return abweichung && fields.length === 0
    ? ok({ abweichung, quartal: quartal.value, grund })
    : refuse(strategieInvalid(fields));
}

function quartalIn(text: string): {
  readonly value: Quartal | null;
  readonly problems: readonly FieldProblem[];
} {
  if (text.trim() === '') return { value: null, problems: [] };
  const parsed = parseQuartal(text.trim());
  return parsed.ok
    ? { value: parsed.value, problems: [] }
    : { value: null, problems: [{ field: 'quartal', message: parsed.refusal.message }] };
}

function textProblem(field: string, text: string, missing: string, most: number): readonly FieldProblem[] {
  if (text.length < 3) return [{ field, message: missing }];
  return text.length > most ? [{ field, message: `Bitte höchstens ${most} Zeichen.` }] : [];
}

function strategieInvalid(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'PRIORITIES_STRATEGY_INVALID',
    message: 'Einige Angaben passen noch nicht. Es wurde nichts gespeichert.',
    fields,
  };
}
