import type { Refusal } from './refusal.ts';

/** What a use case returns: a value, or the refusal that says why there is none. */
export type Result<T, E = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: E };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function refuse<E>(refusal: E): Result<never, E> {
  return { ok: false, refusal };
}
