export { territoryCommands } from './cli.ts';
export { populationCommands } from './cli-population.ts';
export { frueherNichtBelegt, groessenklasseOn } from './domain/groessenklasse-on.ts';
export type { Nachfolge, Ort } from './domain/ort.ts';
export { orteOf } from './domain/orte-of.ts';
export type {
  Bestand,
  Body,
  BodyArt,
  Einwohner,
  Groessenklasse,
  GroessenklasseFact,
  GroessenklasseOn,
  Koerperschaft,
  Land,
  Territory,
  Umfang,
} from './domain/territory.ts';
export { groessenklasseLabel } from './messages.ts';
export { readFassungen as territoryFassungen, territoryVersion } from './store.ts';
export { currentTerritoryFile } from './use-cases/current-file.ts';
export {
  applyTerritoryImport,
  loadTerritoryData,
  previewTerritoryImport,
} from './use-cases/import-territory.ts';
export { loadTerritory } from './use-cases/load-territory.ts';
export { resolveBody } from './use-cases/resolve-body.ts';
export { shippedNachfolgen, shippedOrte } from './use-cases/shipped-orte.ts';
export { territoryOperations } from './web/operations.ts';
export { territoryPages } from './web/pages.ts';
export { populationOperations } from './web/population-operations.ts';
export { populationPages } from './web/population-pages.ts';
