import type { Form, FormField, InputField } from '../compile/form.ts';
import type { Answers, FormContext } from '../evaluate/evaluation.ts';
import { emptyEnv } from '../expression/value.ts';
import type { Json } from '../json.ts';
import { ownValue } from '../json.ts';
import type { Origin, Origins } from './origin.ts';

/** A value that is known before anybody answers, and where from. */
export interface KnownValue {
  readonly value: Json;
  readonly origin: Omit<Origin, 'edited'>;
}

/** Known values by the names that fields ask for: `konto.nachname`. */
export type KnownValues = ReadonlyMap<string, KnownValue>;

/**
 * Fills in what is known where nothing is answered yet. A value that the field would refuse is left out, so that nobody
 * meets an error in what they did not type. Groups are not filled in.
 */
export function prefilled(
  form: Form,
  given: { readonly answers: Answers; readonly origins: Origins },
  context: FormContext,
  known: KnownValues,
): { readonly answers: Answers; readonly origins: Origins } {
  const answers: Record<string, Json> = { ...given.answers };
  const origins: Record<string, Origin> = { ...given.origins };
  for (const field of form.pages.flatMap((page) => page.fields)) {
    const found = wantedBy(field, known);
    if (!found || ownValue(answers, field.id) !== undefined) continue;
    const env = emptyEnv(context, form.slots, form.groups);
    if (!found.field.behaviour.check(found.value, env).ok) continue;
    answers[field.id] = found.value;
    origins[field.id] = { ...found.origin, edited: false };
  }
  return { answers, origins };
}

function wantedBy(
  field: FormField,
  known: KnownValues,
): (KnownValue & { readonly field: InputField }) | null {
  if (field.kind !== 'input' || field.definition.prefill === undefined) return null;
  const found = known.get(field.definition.prefill);
  return found ? { ...found, field } : null;
}

/** The origins after a page was sent: a changed answer is edited, one that is gone has no origin. */
export function originsAfter(origins: Origins, before: Answers, after: Answers): Origins {
  const kept: Record<string, Origin> = {};
  for (const [place, origin] of Object.entries(origins)) {
    const [old, now] = [answerAt(before, place), answerAt(after, place)];
    if (now === undefined) continue;
    kept[place] = JSON.stringify(old) === JSON.stringify(now) ? origin : { ...origin, edited: true };
  }
  return kept;
}

/** The answer at a place such as `hunde.#7.chip`. */
export function answerAt(answers: Answers, place: string): Json | undefined {
  let at: Json | undefined = answers;
  for (const part of place.split('.')) {
    if (at === null || typeof at !== 'object') return undefined;
    if (part.startsWith('#')) {
      const rows: readonly Json[] = Array.isArray(at) ? at : [];
      at = rows.find((row) => isRow(row) && row.key === part.slice(1));
    } else at = isRow(at) ? ownValue(at, part) : undefined;
  }
  return at;
}

function isRow(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
