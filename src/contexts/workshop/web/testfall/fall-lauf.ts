import { answerDocument, type Evaluation, evaluate, missing, parseParameters } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import { beispielwerte, type Ergebnis, keineTestfaelle, parseTestfaelle, spiele } from '#forms/testfaelle';
import { type LocalDate, ok, parseLocalDate, type Result } from '#kernel';
import type { Dokumente } from '../../domain/unterschied.ts';
import { dienstVon } from '../../use-cases/pruefstand.ts';
import type { FallAngaben } from './fall-angaben.ts';

/** What the draft makes of a case today. */
export interface FallLauf {
  readonly dienst: Onlinedienst;
  readonly evaluation: Evaluation;
  readonly ergebnis: Ergebnis;
  /** The messages that people read, by the name of their question. */
  readonly meldungen: ReadonlyMap<string, string>;
  /** All other places where a message could stand, in the order of the form. */
  readonly moegliche: readonly string[];
}

/** A case, and what the draft makes of it today. */
export interface GespielterFall {
  readonly angaben: FallAngaben;
  readonly lauf: Result<FallLauf>;
}

/** Plays the answers of a case; refuses where the draft does not compile or a value of the Kommune does not fit. */
export function laufDesFalls(
  dokumente: Dokumente,
  { tag, antworten, parameter }: FallAngaben,
  today: LocalDate,
): Result<FallLauf> {
  const dienst = dienstVon(dokumente);
  if (!dienst.ok) return dienst;
  const { form, definition } = dienst.value;
  const beispiel = beispielwerte(definition.parameters);
  const parameters = parseParameters(definition.parameters, { ...beispiel, ...parameter });
  if (!parameters.ok) return parameters;
  const day = parseLocalDate(tag);
  const context = { parameters: parameters.value, today: day.ok ? day.value : today };
  const fall = { id: 'fall', title: 'Fall', today: context.today, answers: antworten, expect: { pages: [] } };
  const cases = parseTestfaelle({ ...keineTestfaelle, cases: [{ ...fall, parameters: parameter }] });
  if (!cases.ok) return cases;
  const [ergebnis] = spiele(dienst.value, cases.value, beispiel).ergebnisse;
  if (ergebnis === undefined) throw new Error('a case was played and nothing came of it');
  const evaluation = evaluate(form, antworten, context);
  const meldungen = new Map(missing(evaluation).map(({ field, message }) => [field, message]));
  const moegliche = moeglicheStellen(evaluation).filter((name) => !meldungen.has(name));
  return ok({ dienst: dienst.value, evaluation, ergebnis, meldungen, moegliche });
}

/** Questions on the way; where a message stands at a part of one, such as the surname, that part. */
function moeglicheStellen(evaluation: Evaluation): readonly string[] {
  const { form, answers, env, today } = evaluation;
  const context = { parameters: env.parameters, today };
  const asked = answerDocument(evaluation).sections.flatMap(({ rows, parts }) =>
    [...rows, ...parts.flatMap((part) => part.rows)].map(({ field }) => field),
  );
  const emptied = ['', ...Object.keys(answers)].flatMap((name) => {
    const rest = Object.entries(answers).filter(([key]) => name !== '' && key !== name);
    return missing(evaluate(form, Object.fromEntries(rest), context)).map(({ field }) => field);
  });
  const parts = [...new Set(emptied)].filter((name) => asked.some((each) => name.startsWith(`${each}.`)));
  return asked.flatMap((name) => {
    const own = parts.filter((part) => part.startsWith(`${name}.`));
    return own.length > 0 ? own : [name];
  });
}
