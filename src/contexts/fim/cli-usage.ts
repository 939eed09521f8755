import type { Refusal } from '#kernel';

export function usage(message: string, kind: Refusal['kind'] = 'invalid'): Refusal {
  return { kind, code: 'COMMAND_USAGE', message };
}
