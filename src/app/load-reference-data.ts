import { join } from 'node:path';
import { loadCatalogueData } from '#catalogue';
import { loadRulesData } from '#duties';
import { loadFinderData } from '#finder';
import { loadLawData } from '#law';
import { actorOf, type Database } from '#platform';
import { loadProjekteData } from '#projects';
import { loadSolutionsData } from '#solutions';
import { loadTerritoryData } from '#territory';

/** The reference data that the product ships. */
export const dataFolder = join(import.meta.dirname, '../../data');

const actor = actorOf('system', 'start');

/** Brings the shipped catalogue, territory, rules and registers into the database; an ordinary start finds them there. */
export async function loadReferenceData(db: Database): Promise<void> {
  const loaded = await Promise.all([
    loadCatalogueData(db, actor, dataFolder),
    loadTerritoryData(db, actor, dataFolder),
    loadRulesData(db, actor, dataFolder),
    loadLawData(db, actor, dataFolder),
    loadProjekteData(db, actor, dataFolder, new Date()),
    loadSolutionsData(db, actor, dataFolder),
    loadFinderData(db, actor, dataFolder),
  ]);
  for (const result of loaded) if (!result.ok) throw new Error(result.refusal.message);
}
