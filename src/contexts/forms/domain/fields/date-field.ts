import { parseLocalDate } from '#kernel';
import { formatDay } from '../expression/format-value.ts';
import { dateType } from '../expression/types.ts';
import type { Env, Value } from '../expression/value.ts';
import type { Json } from '../json.ts';
import type { Messages } from '../words/messages.ts';
import { type Behaviour, type Check, invalid, valid } from './behaviour.ts';
import { cleanText, textOf } from './text-input.ts';

export interface DateBounds {
  readonly from: ((env: Env) => Value) | null;
  readonly to: ((env: Env) => Value) | null;
}

/** What is wrong with a day, or null. */
export function dayProblem(
  words: Messages,
  text: string | null,
  bounds: DateBounds,
  env: Env,
): string | null {
  const date = text === null ? null : parseLocalDate(text);
  if (!date?.ok) return words.date;
  const from = bounds.from?.(env);
  if (typeof from === 'string' && date.value < from) return words.dateFrom(formatDay(from));
  const to = bounds.to?.(env);
  return typeof to === 'string' && date.value > to ? words.dateTo(formatDay(to)) : null;
}

/** `2026-11-21` of `21.11.2026`; anything else stays as it is typed. */
export function readDay(text: string | undefined): string | undefined {
  const german = text ? /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text) : null;
  if (!german) return text;
  const [, day = '', month = '', year = ''] = german;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A day; typed as `21.11.2026` or sent by the browser as `2026-11-21`. */
export function dateField(words: Messages, bounds: DateBounds): Behaviour {
  const check = (answer: Json, env: Env): Check => {
    const text = textOf(answer);
    const problem = dayProblem(words, text, bounds, env);
    return problem === null && text !== null ? valid(text) : invalid(problem ?? words.date);
  };
  return {
    type: dateType,
    read: (input) => readDay(cleanText(input.one())),
    check,
    show: (answer) => formatDay(textOf(answer) ?? ''),
  };
}
