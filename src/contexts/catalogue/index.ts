export { catalogueCommands } from './cli.ts';
export type {
  Catalogue,
  Fassung,
  Leistung,
  LeistungId,
  OzgLeistung,
  Themenfeld,
  Typisierung,
} from './domain/catalogue.ts';
export type { DeltaEntry } from './domain/catalogue-delta.ts';
export { deltaKindLabel, deltaKinds } from './domain/delta-kinds.ts';
export {
  endeById,
  endedOn,
  endenOf,
  type Leistungsende,
  type Leistungsenden,
} from './domain/ended.ts';
export { lineageOf, successorsOf } from './domain/nachfolge.ts';
export { regelungOf } from './domain/regelung.ts';
export { readEndedLeistungen } from './read-ended-leistungen.ts';
export { catalogueVersion, readFassungen as catalogueFassungen } from './store.ts';
export { type CatalogueIndex, catalogueIndexer } from './use-cases/catalogue-indexer.ts';
export { type CatalogueVersions, openCatalogueVersions } from './use-cases/catalogue-versions.ts';
export { currentCatalogueFile } from './use-cases/current-file.ts';
export {
  applyCatalogueImport,
  loadCatalogueData,
  previewCatalogueImport,
} from './use-cases/import-catalogue.ts';
export { loadCatalogue } from './use-cases/load-catalogue.ts';
export { resolveLeistung } from './use-cases/resolve-leistung.ts';
export { searchCatalogue } from './use-cases/search-catalogue.ts';
export { type PlannedTables, type TableOrder, tableImport } from './use-cases/table-import.ts';
export { resolveOzgLeistung } from './views/resolve-entry.ts';
export type { VollzugFor } from './views/vollzug.ts';
export { catalogueOperations } from './web/operations.ts';
export { cataloguePages } from './web/pages.ts';
