import type { CommandInput } from '#platform';

export function idOf({ positionals }: CommandInput): string {
  return positionals[0] ?? '';
}
