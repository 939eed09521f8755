import type { Result } from '#kernel';
import type { Principal } from '#platform';
import type { ReportsDeps } from '../reports-deps.ts';
import { type Berichtende, berichtendeOf, type Recht } from '../use-cases/people.ts';

/** Runs with whoever may, else gives the refusal on. */
export async function asPerson<T>(
  deps: ReportsDeps,
  principal: Principal | null,
  recht: Recht,
  act: (who: Berichtende) => Promise<Result<T>>,
): Promise<Result<T>> {
  const who = await berichtendeOf(deps, principal, recht);
  return who.ok ? act(who.value) : who;
}
