import type { CommandInput } from '#platform';

export const text = { type: 'string' } as const;

export const kommune = { kommune: text } as const;

export const forKommune = '--kommune <Name|AGS>';

/** The value of an option that takes one. */
export function option(values: CommandInput['values'], name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}
