import { z } from 'zod';
import { type Clock, type LocalDate, ok, parseLocalDate, type Result } from '#kernel';
import type { CommandInput } from './command.ts';

/** The day for which a page is asked: `datum` in the address, else today. */
export function dayOfAddress(parameters: URLSearchParams, clock: Clock): Result<LocalDate> {
  const given = parameters.get('datum');
  return given === null || given === '' ? ok(clock.today()) : parseLocalDate(given);
}

/** The day that an option of a command names, else the standard. */
export function dayOfOption<Standard extends LocalDate | null>(
  values: CommandInput['values'],
  name: string,
  standard: Standard,
): Result<LocalDate | Standard> {
  const given = values[name];
  return typeof given === 'string' ? parseLocalDate(given) : ok(standard);
}

/** The day in the query of an operation; the refusal says why a text is none. */
export const dateParameter = z
  .string()
  .describe('Stichtag JJJJ-MM-TT, ohne Angabe heute')
  .transform((text, context) => {
    const parsed = parseLocalDate(text);
    if (parsed.ok) return parsed.value;
    context.addIssue(parsed.refusal.message);
    return z.NEVER;
  })
  .optional();
