import type { Brand } from './brand.ts';
import type { Refusal } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

/** A calendar day without time zone, `YYYY-MM-DD`, between 1900-01-01 and 2100-12-31. */
export type LocalDate = Brand<string, 'LocalDate'>;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Parses `YYYY-MM-DD`. Refuses days that do not exist and years outside 1900–2100. */
export function parseLocalDate(text: string): Result<LocalDate> {
  const match = shape.exec(text);
  if (!match)
    return refuse(invalidDate(`„${text}“ ist kein Datum der Form JJJJ-MM-TT, zum Beispiel 2026-11-21.`));
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    return refuse(invalidDate(`Den Tag ${text} gibt es im Kalender nicht.`));
  }
  const year = date.getUTCFullYear();
  if (year < 1900 || year > 2100) {
    return refuse(
      invalidDate(`${text} liegt außerhalb des Zeitraums 1900 bis 2100, für den Leitwerk Recht führt.`),
    );
  }
  return ok(text as LocalDate);
}

function invalidDate(message: string): Refusal {
  return { kind: 'invalid', code: 'DATE_INVALID', message, fields: [{ field: 'date', message }] };
}

/** Parses a date that stands in our own code or data; throws where it is none. */
export function localDate(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}

/** Negative, zero or positive as `a` lies before, on or after `b`. */
export function compareLocalDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day `days` after (or, negative, before) `date`. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return localDate(moved.toISOString().slice(0, 10));
}

/** `21.11.2026`, as German readers write it. */
export function formatLocalDate(date: LocalDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}
