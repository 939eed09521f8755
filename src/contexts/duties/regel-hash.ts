import { createHash } from 'node:crypto';
import type { Regel } from './domain/regel.ts';

/** Names the content of a rule: equal for equal rules, whatever the order of their fields. */
export function regelHash(regel: Regel): string {
  return createHash('sha256').update(canonical(regel)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join()}}`;
}
