import { join } from 'node:path';
import { compileDuties, loadRegelwerk, loadRulesData } from '#duties';
import { clockFrom } from '#kernel';
import { actorOf } from '#platform';
import { groessenklasseOn } from '#territory';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { shippedCatalogue } from '../../catalogue/testing/shipped-catalogue.ts';
import { realEnden } from '../../duties/testing/real-duties.ts';
import { shippedTerritory } from '../../territory/testing/shipped-territory.ts';
import type { LawDeps, LawWorld } from '../law-world.ts';
import { loadLawData } from '../use-cases/import-law.ts';
import { loadLaw } from '../use-cases/load-law.ts';

export const shippedData = join(import.meta.dirname, '../../../../data');
export const actor = actorOf('betreiber', 'test');

/** Everything that the product ships, read through a database: the world of this context's doors. */
export async function realLawWorld(): Promise<LawWorld> {
  const catalogue = await shippedCatalogue();
  const territory = await shippedTerritory('nrw');
  await using t = await testDatabase();
  for (const load of [loadRulesData, loadLawData]) {
    const loaded = await load(t.db, actor, shippedData);
    if (!loaded.ok) throw new Error(loaded.refusal.message);
  }
  const regelwerk = await t.db.withPublic(loadRegelwerk);
  const duties = compileDuties({
    regelwerk,
    enden: realEnden(),
    leistungen: catalogue.leistungen,
    bodies: territory.bodies,
    klasseOn: (ags, date) => groessenklasseOn(territory, ags, date),
  });
  return { catalogue, territory, duties, law: await t.db.withPublic(loadLaw) };
}

/** The doors' needs around a world, on 22.11.2026. */
export function depsOf(world: LawWorld): LawDeps {
  return { clock: clockFrom(() => new Date('2026-11-22T10:00:00Z')), demo: false, world: async () => world };
}
