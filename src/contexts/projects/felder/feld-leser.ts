import { type FieldProblem, type LocalDate, localDate, ok, parseLocalDate, type Result } from '#kernel';
import type { Felder } from './feldnamen.ts';

/** Reads single fields; what does not fit is noted and the value before stays. */
export interface Feldleser {
  readonly text: (name: string, before: string, longest?: number) => string;
  readonly day: (name: string, before: LocalDate | null) => LocalDate | null;
  /** One of some values, by its label, its id or nothing. */
  readonly choice: <T>(name: string, before: T | null, find: (text: string) => T | null) => T | null;
  /** One entry to a line; those that `find` does not know are named. */
  readonly lines: <T>(
    name: string,
    before: readonly T[],
    find: (line: string) => T | null,
    unknown: (line: string) => string,
  ) => readonly T[];
}

const mostLines = 500;

export function feldleser(felder: Felder, problems: FieldProblem[]): Feldleser {
  const note = (field: string, message: string) => problems.push({ field, message });
  return {
    text: (name, before, longest = 200) => {
      const given = felder[name];
      if (given === undefined) return before;
      const text = given.replaceAll('\r\n', '\n').trim();
      if (text.length <= longest) return text;
      note(name, `Hier passen ${longest} Zeichen hin, es sind ${text.length}.`);
      return before;
    },
    day: (name, before) => {
      const given = felder[name]?.trim();
      if (given === undefined) return before;
      if (given === '') return null;
      const day = dayOfText(given);
      if (!day.ok) note(name, day.refusal.message);
      return day.ok ? day.value : before;
    },
    choice: (name, before, find) => {
      const given = felder[name]?.trim();
      if (given === undefined) return before;
      const found = given === '' ? null : find(given);
      if (given !== '' && found === null) note(name, `„${given.slice(0, 60)}“ gibt es hier nicht.`);
      return found;
    },
    lines: (name, before, find, unknown) => {
      const given = felder[name];
      if (given === undefined) return before;
      const texts = given.split(/\r?\n/).flatMap((line) => line.trim() || []);
      if (texts.length > mostLines) note(name, `Hier stehen höchstens ${mostLines} Einträge.`);
      return texts.slice(0, mostLines).flatMap((line) => {
        const found = find(line);
        if (found === null) note(name, unknown(line.slice(0, 80)));
        return found ?? [];
      });
    },
  };
}

/** A day as it stands in forms (`2027-02-01`), in German tables (`01.02.2027`) or bare in Excel (46054). */
function dayOfText(text: string): Result<LocalDate> {
  if (/^[2-7]\d{4}$/.test(text)) return ok(dayOfSerial(Number(text)));
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text);
  if (german)
    return parseLocalDate(`${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`);
  return parseLocalDate(iso?.[1] ?? text.slice(0, 40));
}

// Excel counts days from 30.12.1899.
function dayOfSerial(serial: number): LocalDate {
  return localDate(new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10));
}
