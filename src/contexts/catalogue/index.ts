export { type CatalogueCommandDeps, catalogueCommands } from './cli.ts';
export type {
  Catalogue,
  Fassung,
  Lage,
  LageNode,
  Leistung,
  LeistungId,
  Leistungstyp,
  OzgLeistung,
  OzgNode,
  Rechtsgrundlage,
  Themenfeld,
  ThemenfeldNode,
  Typisierung,
  Verrichtung,
} from './domain/catalogue.ts';
export {
  endeById,
  endedOn,
  endenOf,
  type Leistungsende,
} from './domain/ended.ts';
export { explainLeistung, type LeistungExplanation } from './domain/explain-leistung.ts';
export { readEndedLeistungen } from './read-ended-leistungen.ts';
export { catalogueVersion, readFassungen as catalogueFassungen } from './store.ts';
export { currentCatalogueFile } from './use-cases/current-file.ts';
export { applyCatalogueImport, previewCatalogueImport } from './use-cases/import-catalogue.ts';
export { loadCatalogue } from './use-cases/load-catalogue.ts';
export { loadCatalogueData } from './use-cases/load-catalogue-data.ts';
export { resolveLeistung } from './use-cases/resolve-leistung.ts';
export {
  type CatalogueIndex,
  indexCatalogueInSteps,
  searchCatalogue,
  type Treffer,
} from './use-cases/search-catalogue.ts';
export type { VerdictsFor } from './views/search-json.ts';
export { type CatalogueOperationDeps, catalogueOperations } from './web/operations.ts';
export { type CataloguePageDeps, cataloguePages } from './web/pages.ts';
