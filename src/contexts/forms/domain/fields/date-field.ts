import { parseLocalDate } from '#kernel';
import { formatDay } from '../expression/format-value.ts';
import { dateType } from '../expression/types.ts';
import type { Env, Value } from '../expression/value.ts';
import type { Json } from '../json.ts';
import { messages } from '../messages.ts';
import { type Behaviour, type Check, invalid, valid } from './behaviour.ts';
import { cleanText, textOf } from './text-input.ts';

export interface DateBounds {
  readonly from: ((env: Env) => Value) | null;
  readonly to: ((env: Env) => Value) | null;
}

/** A day; typed as `21.11.2026` or sent by the browser as `2026-11-21`. */
export function dateField(bounds: DateBounds): Behaviour {
  const check = (answer: Json, env: Env): Check => {
    const text = textOf(answer);
    const date = text === null ? null : parseLocalDate(text);
    if (!date?.ok) return invalid(messages.date);
    const from = bounds.from?.(env);
    if (typeof from === 'string' && date.value < from) return invalid(messages.dateFrom(formatDay(from)));
    const to = bounds.to?.(env);
    if (typeof to === 'string' && date.value > to) return invalid(messages.dateTo(formatDay(to)));
    return valid(date.value);
  };
  return {
    type: dateType,
    read: (input) => {
      const text = cleanText(input.one());
      const german = text ? /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text) : null;
      if (!german) return text;
      const [, day = '', month = '', year = ''] = german;
      return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    },
    check,
    show: (answer) => formatDay(textOf(answer) ?? ''),
  };
}
