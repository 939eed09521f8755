import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { solutionsPermissions } from '../solutions-deps.ts';

/** The access of those who contribute and of those who decide. */
export const propose = { permission: solutionsPermissions.propose } as const;
export const moderate = { permission: solutionsPermissions.moderate } as const;

export const idParams = z.object({ id: z.string().max(100) });

/** A result in another form. */
export function mapped<T, U>(result: Result<T>, of: (value: T) => U): Result<U> {
  return result.ok ? ok(of(result.value)) : result;
}
