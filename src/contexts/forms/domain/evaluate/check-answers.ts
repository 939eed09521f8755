import { ok, type Result, refuse } from '#kernel';
import { isJsonObject } from '../json.ts';
import { limits } from '../limits.ts';
import type { Answers } from './evaluation.ts';

/**
 * Takes answers that come from outside (an API, a restored draft). Refuses what is no JSON object, deeper than answers
 * can be, or larger than any form (`FORM_ANSWERS_INVALID`); what a form does not know is ignored by the evaluation.
 */
export function checkAnswers(json: unknown): Result<Answers> {
  if (!isJsonObject(json)) return refusal('Die Antworten müssen ein JSON-Objekt sein.', []);
  const names = Object.keys(json);
  if (names.length > limits.answersOnTop)
    return refusal(`Mehr als ${limits.answersOnTop} Antworten nimmt kein Formular an.`, []);
  const fields = names.flatMap((name) => {
    const message = problemOf(json[name], 0);
    return message ? [{ field: name.slice(0, 60), message }] : [];
  });
  return fields.length === 0 ? ok(json) : refusal(fields[0]?.message ?? '', fields);
}

function problemOf(value: unknown, depth: number): string | null {
  if (typeof value === 'string') return value.length > limits.textLength * 2 ? 'Der Text ist zu lang.' : null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'Das ist keine Zahl.';
  if (value === null || typeof value === 'boolean') return null;
  if (depth >= 4) return 'Die Antwort ist zu tief verschachtelt.';
  if (Array.isArray(value)) {
    if (value.length > limits.rowsInAnswers)
      return `Mehr als ${limits.rowsInAnswers} Zeilen nimmt kein Formular an.`;
    return firstProblem(value, depth);
  }
  if (!isJsonObject(value)) return 'Diese Angabe ist kein JSON.';
  const inner = Object.values(value);
  return inner.length > limits.answersOnTop ? 'Die Zeile hat zu viele Angaben.' : firstProblem(inner, depth);
}

function firstProblem(values: readonly unknown[], depth: number): string | null {
  for (const value of values) {
    const problem = problemOf(value, depth + 1);
    if (problem) return problem;
  }
  return null;
}

function refusal(
  message: string,
  fields: readonly { readonly field: string; readonly message: string }[],
): Result<never> {
  return refuse({ kind: 'invalid', code: 'FORM_ANSWERS_INVALID', message, fields: fields.slice(0, 50) });
}
