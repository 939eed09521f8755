/** What was typed, as text; lists and objects are nothing that anybody types, and their own `toString` is never asked. */
export function typed(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
