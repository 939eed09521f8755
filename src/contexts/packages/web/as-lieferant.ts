import type { Result } from '#kernel';
import type { Principal } from '#platform';
import type { PackagesDeps } from '../deps.ts';
import { type Lieferant, lieferantOf } from '../use-cases/lieferant.ts';

export const access = { permission: 'efa.angebot.manage' } as const;

/** Runs something as the IT-Dienstleister for which somebody acts. */
export async function asLieferant<T>(
  deps: PackagesDeps,
  principal: Principal | null,
  run: (lieferant: Lieferant) => Promise<Result<T>>,
): Promise<Result<T>> {
  const lieferant = await lieferantOf(deps, principal);
  return lieferant.ok ? run(lieferant.value) : lieferant;
}
