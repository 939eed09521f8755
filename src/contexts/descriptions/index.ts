export { descriptionsCommands } from './cli.ts';
export type { DescriptionsDeps, TextKommune } from './deps.ts';
export {
  type Abschnitt,
  type Beschreibung,
  type MergedAbschnitt,
  type MergedBeschreibung,
  mergeBeschreibung,
  textmodule,
} from './domain/beschreibung.ts';
export type {
  Fremddienst,
  Linkparameter,
  Organisationseinheit,
  Zustaendigkeit,
} from './domain/fremddienst.ts';
export { arsOfBody, bundArs, type Ebene, ebeneOf, kettenOf } from './domain/gebiet.ts';
export { linksOfText } from './domain/links-of-text.ts';
export { type Textblock, textBlocks } from './domain/text-blocks.ts';
export { feedFiles } from './feed-files.ts';
export { feedSteps, piecesOfFile } from './feed-steps.ts';
export { descriptionsHandlers, maintainDescriptions } from './handlers.ts';
export { runImport } from './run-import.ts';
export { readFremddienste, readOrganisationseinheiten } from './store-dienste.ts';
export { type BeschreibungKurz, eachBeschreibung } from './store-each.ts';
export {
  type AskBeschreibung,
  descriptionsCounter,
  descriptionsVersion,
  readBeschreibungen,
} from './store-read.ts';
export { areaDirectory, type StelleImGebiet } from './store-suchdienst.ts';
export { beginReading } from './use-cases/begin-reading.ts';
export { feedGround } from './use-cases/feed-ground.ts';
export { readFeed } from './use-cases/read-feed.ts';
export { readOverview } from './use-cases/read-readings.ts';
export { describeSource } from './use-cases/sources.ts';
export { takeOver } from './use-cases/take-over.ts';
export { publishText, saveEntwurf } from './use-cases/write-text.ts';
export { descriptionsOperations } from './web/operations.ts';
export { descriptionsPages } from './web/pages.ts';
export { textHtml } from './web/text-parts.ts';
