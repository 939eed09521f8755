import type { Result } from '#kernel';

/** What a use case gave; what it refuses the demo cannot be made without, so its making ends there. */
export function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.message} ${JSON.stringify(result.refusal.fields ?? [])}`);
  return result.value;
}
