export { descriptionsCommands } from './cli.ts';
export type { DescriptionsDeps } from './deps.ts';
export {
  type Beschreibung,
  type MergedAbschnitt,
  type MergedBeschreibung,
  mergeBeschreibung,
  textmodule,
} from './domain/beschreibung.ts';
export type { Fremddienst, Organisationseinheit, Zustaendigkeit } from './domain/fremddienst.ts';
export { arsOfBody, type Ebene, ebeneOf, kettenOf } from './domain/gebiet.ts';
export { linksOfText } from './domain/links-of-text.ts';
export { textBlocks } from './domain/text-blocks.ts';
export { feedFiles } from './feed-files.ts';
export { descriptionsHandlers, maintainDescriptions } from './handlers.ts';
export { runImport } from './run-import.ts';
export { readFremddienste, readOrganisationseinheiten } from './store-dienste.ts';
export { type BeschreibungKurz, eachBeschreibung } from './store-each.ts';
export { descriptionsCounter, descriptionsVersion, readBeschreibungen } from './store-read.ts';
export { areaDirectory } from './store-suchdienst.ts';
export { readEigene } from './store-text.ts';
export { publishNew } from './use-cases/publish-new.ts';
export { describeSource } from './use-cases/sources.ts';
export { takeFeed } from './use-cases/take-feed.ts';
export { descriptionsOperations } from './web/operations.ts';
export { descriptionsPages } from './web/pages.ts';
export { textHtml } from './web/text-parts.ts';
