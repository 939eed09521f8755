import { dateFrom, endOfMonth } from '../expression/dates.ts';
import { formatDay } from '../expression/format-value.ts';
import { dateType, integerType, textType } from '../expression/types.ts';
import type { Env } from '../expression/value.ts';
import { isJsonObject, type Json, ownValue } from '../json.ts';
import type { Messages } from '../words/messages.ts';
import { type Behaviour, type Check, type FieldInput, invalid, valid } from './behaviour.ts';
import { type DateBounds, dayProblem, readDay } from './date-field.ts';
import { textual } from './text-fields.ts';
import { cleanText, textOf } from './text-input.ts';

/** `14:30` of `14:30`, `14.30 Uhr`, `9:5`; null where it is no time of day. */
export function normalTime(text: string): string | null {
  const match = /^(\d{1,2})[:.](\d{1,2})(?::\d{2})?(?:\s*uhr)?$/i.exec(text.trim());
  const [hours, minutes] = [Number(match?.[1] ?? 24), Number(match?.[2] ?? 60)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** A time of day; its part `minutes` counts from midnight. */
export function timeField(words: Messages): Behaviour {
  const behaviour = textual(words, 20, (text) => {
    const time = normalTime(text);
    return time === null ? { problem: words.time } : { text: time };
  });
  const check = (answer: Json, env: Env): Check => {
    const checked = behaviour.check(answer, env);
    return checked.ok ? { ...checked, parts: [minutesOf(textOf(checked.value ?? '') ?? '')] } : checked;
  };
  return { ...behaviour, parts: { minutes: integerType }, check };
}

/** A day and a time of day. */
export function datetimeField(words: Messages, bounds: DateBounds): Behaviour {
  const check = (answer: Json, env: Env): Check => {
    if (!isJsonObject(answer)) return invalid(words.wrongShape);
    const day = textOf(ownValue(answer, 'day') ?? '') ?? '';
    const problem = dayProblem(words, day, bounds, env);
    if (problem !== null) return invalid(problem, 'day');
    const time = normalTime(textOf(ownValue(answer, 'time') ?? '') ?? '');
    if (time === null) return invalid(words.time, 'time');
    return { ok: true, value: `${day}T${time}`, parts: [day, time, minutesOf(time)] };
  };
  return {
    type: textType,
    parts: { day: dateType, time: textType, minutes: integerType },
    read: (input) => {
      const time = cleanText(input.one('time'));
      return withParts({
        day: readDay(cleanText(input.one('day'))),
        time: time && (normalTime(time) ?? time),
      });
    },
    check,
    show: (answer) => {
      const part = partsOf(answer);
      return [formatDay(part('day')), part('time')].filter(Boolean).join(', ');
    },
  };
}

/** A time from one day to another; where it may be open, without the end. */
export function periodField(words: Messages, bounds: DateBounds & { readonly open: boolean }): Behaviour {
  const check = (answer: Json, env: Env): Check => {
    if (!isJsonObject(answer)) return invalid(words.wrongShape);
    const part = partsOf(answer);
    const [from, to] = [part('from'), part('to')];
    const wrong = dayProblem(words, from, bounds, env);
    if (wrong !== null) return invalid(wrong, 'from');
    if (to === '' && bounds.open) return { ok: true, value: from, parts: [from, undefined] };
    const wrongEnd = dayProblem(words, to, bounds, env);
    if (wrongEnd !== null) return invalid(wrongEnd, 'to');
    if (to < from) return invalid(words.periodOrder, 'to');
    return { ok: true, value: `${from}/${to}`, parts: [from, to] };
  };
  return {
    type: textType,
    parts: { from: dateType, to: dateType },
    read: (input) =>
      withParts({ from: readDay(cleanText(input.one('from'))), to: readDay(cleanText(input.one('to'))) }),
    check,
    show: (answer) => {
      const part = partsOf(answer);
      return words.period(formatDay(part('from')), part('to') === '' ? words.openEnd : formatDay(part('to')));
    },
  };
}

/** A date whose day or month may be unknown: `1980-05-00`. As a value it is no date, but its parts are. */
export function partialDateField(words: Messages, known: 'month' | 'year'): Behaviour {
  const check = (answer: Json): Check => {
    const text = textOf(answer) ?? '';
    const span = spanOf(text);
    if (span === null) return invalid(words.partialDate);
    if (known === 'month' && text.slice(5, 7) === '00') return invalid(words.monthNeeded, 'month');
    return { ok: true, value: text, parts: [Number(text.slice(0, 4)), ...span] };
  };
  return {
    type: textType,
    parts: { year: integerType, earliest: dateType, latest: dateType },
    read: (input) => readPartial(input),
    check,
    show: (answer) => {
      const text = textOf(answer) ?? '';
      const [year = '', month = '00', day = '00'] = text.split('-');
      if (day !== '00') return formatDay(text);
      return month === '00' ? year : `${month}.${year}`;
    },
  };
}

/** The first and the last day that a date of which parts are unknown can mean; null where there is none. */
function spanOf(text: string): readonly [string, string] | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month === 0 && day > 0) return null;
  const first = dateFrom(year, month || 1, day || 1);
  const lastMonth = dateFrom(year, month || 12, day || 1);
  const last = day > 0 || lastMonth === undefined ? lastMonth : endOfMonth(lastMonth);
  return first !== undefined && last !== undefined ? [first, last] : null;
}

function readPartial(input: FieldInput): Json | undefined {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map(
    (part) => cleanText(input.one(part)) ?? '',
  );
  if (year + month + day === '') return undefined;
  const two = (text: string): string => (text === '' ? '00' : text.padStart(2, '0'));
  return `${year}-${two(month)}-${two(day)}`.slice(0, 60);
}

export function yearField(
  words: Messages,
  { min = 1000, max = 9999 }: { min?: number | undefined; max?: number | undefined },
): Behaviour {
  return {
    type: integerType,
    read: (input) => {
      const text = cleanText(input.one());
      return text && /^\d{4}$/.test(text) ? Number(text) : text;
    },
    check: (answer) => {
      if (typeof answer !== 'number' || !Number.isSafeInteger(answer) || answer < 1000 || answer > 9999)
        return invalid(words.year);
      if (answer < min) return invalid(words.min(String(min)));
      return answer > max ? invalid(words.max(String(max))) : valid(answer);
    },
    show: (answer) => (typeof answer === 'number' ? String(answer) : (textOf(answer) ?? '')),
  };
}

function partsOf(answer: Json): (name: string) => string {
  return (name) => (isJsonObject(answer) ? (textOf(ownValue(answer, name) ?? '') ?? '') : '');
}

function withParts(parts: Readonly<Record<string, string | undefined>>): Json | undefined {
  const given = Object.entries(parts).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
