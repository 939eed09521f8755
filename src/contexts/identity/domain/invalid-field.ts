import type { Refusal } from '#kernel';

/** The refusal of one field of the input. */
export function invalidField(code: string, field: string, message: string): Refusal {
  return { kind: 'invalid', code, message, fields: [{ field, message }] };
}
