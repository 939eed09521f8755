import { join } from 'node:path';
import { type Leistung, loadCatalogue, loadCatalogueData } from '#catalogue';
import type { LocalDate } from '#kernel';
import { actorOf } from '#platform';
import { type Body, groessenklasseOn, loadTerritory, loadTerritoryData } from '#territory';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { compileDuties } from '../domain/compiled-duties.ts';
import { decide } from '../domain/decide.ts';
import type { Decision } from '../domain/decision.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { realFacts } from './real-duties.ts';

const data = join(import.meta.dirname, '../../../../data');
const actor = actorOf('system', 'test');

/** Catalogue, territory and rules as the product ships them, read through a database as the product reads them. */
export async function shippedWorld(): Promise<DutiesWorld> {
  await using t = await testDatabase();
  for (const load of [loadCatalogueData, loadTerritoryData]) {
    const loaded = await load(t.db, actor, data);
    if (!loaded.ok) throw new Error(loaded.refusal.message);
  }
  const catalogue = await t.db.withPublic((tx) => loadCatalogue(tx));
  const territory = await t.db.withPublic((tx) => loadTerritory(tx));
  const { regelwerk, enden } = realFacts();
  const duties = compileDuties<Leistung, Body>({
    regelwerk,
    enden,
    leistungen: catalogue.leistungen,
    bodies: territory.bodies,
    klasseOn: (ags, date) => groessenklasseOn(territory, ags, date),
  });
  return { catalogue, territory, duties };
}

/** How the first Leistung that a task's rules decide is decided for a body. */
export function decisionFor(
  { duties }: DutiesWorld,
  aufgabeId: string,
  ags: string,
  date: LocalDate,
): Decision {
  const body = duties.bodyByAgs.get(ags);
  const decisions = duties.faelle
    .filter(({ kandidaten }) => kandidaten.some(({ regel }) => regel.aufgabeId === aufgabeId))
    .flatMap((fall) => (body ? [decide(duties, fall, body, date)] : []))
    .filter(({ regeln }) => regeln[0]?.aufgabeId === aufgabeId);
  const found = decisions.find(({ verdict }) => verdict !== 'offen') ?? decisions[0];
  if (!found) throw new Error(`Keine Leistung der Aufgabe „${aufgabeId}“ für ${ags}.`);
  return found;
}
