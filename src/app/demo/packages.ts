import { bauePaket } from '#packages';
import { actorOf } from '#platform';
import type { Contexts } from '../contexts.ts';

/** One service of the invented provider lies there as a signed package, ready to be carried to another portal. */
export async function makeDemoPackage({ packages, efa }: Contexts, providerName: string): Promise<void> {
  const anbieter = await efa.anbieterNamed(providerName);
  if (anbieter === null) return;
  const built = await bauePaket(
    packages,
    { actor: actorOf('system', 'vorfuehrung'), anbieter },
    'hund-anmelden',
  );
  if (!built.ok) throw new Error(built.refusal.message);
}
