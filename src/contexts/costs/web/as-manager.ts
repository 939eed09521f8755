import type { Result } from '#kernel';
import type { Principal } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { type Manager, managerOf } from '../use-cases/actors.ts';

/** Does something for the house of whoever asks. */
export async function asManager<T>(
  deps: CostsDeps,
  principal: Principal | null,
  run: (who: Manager) => Promise<Result<T>>,
): Promise<Result<T>> {
  const who = await managerOf(deps, principal);
  return who.ok ? run(who.value) : who;
}
