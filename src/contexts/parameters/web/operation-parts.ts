import { z } from 'zod';
import { ok, type Result } from '#kernel';
import type { Principal } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import { type Asker, askerOf } from '../use-cases/asker.ts';

export const params = z.object({ dienst: z.string().describe('Kennung des Onlinedienstes') });

/** Does something for whoever asks. */
export async function as<T>(
  deps: ParametersDeps,
  principal: Principal | null,
  act: (asker: Asker) => Promise<Result<T>>,
  find = askerOf,
): Promise<Result<T>> {
  const asker = await find(deps, principal);
  return asker.ok ? act(asker.value) : asker;
}

/** A result as the API says it. */
export function answered<T, R>(result: Result<T>, answer: (value: T) => R): Result<R> {
  return result.ok ? ok(answer(result.value)) : result;
}
