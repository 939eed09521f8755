import type { Refusal } from '#kernel';

/** The refusal of a command that was called in a way it cannot serve. */
export function usage(message: string, kind: Refusal['kind'] = 'invalid'): Refusal {
  return { kind, code: 'COMMAND_USAGE', message };
}
