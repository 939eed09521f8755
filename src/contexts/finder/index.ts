export { finderCommands } from './cli.ts';
export type { FinderDeps, FinderReadDeps } from './deps.ts';
export { buildFinderIndex } from './domain/build-index.ts';
export type { FinderIndex } from './domain/finder-index.ts';
export type { Lebenslage } from './domain/lebenslage.ts';
export type { FacettenWahl, Suchergebnis, Treffer } from './domain/search/answer.ts';
export { search } from './domain/search/search.ts';
export { searchEvery } from './domain/search/search-every.ts';
export { zielgruppen } from './domain/zielgruppe.ts';
export { grundText, zielgruppeLabel } from './messages.ts';
export type { OrtPort, SignalPort, Suchort, TextPort } from './ports.ts';
export { finderVersion, readFassungen as finderFassungen } from './store.ts';
export { allLebenslagen, findLebenslage, type GuidedLebenslage } from './use-cases/find-lebenslage.ts';
export { type Antwort, findLeistungen, suggestFor } from './use-cases/find-leistungen.ts';
export { type FinderSnapshot, openFinderSnapshot } from './use-cases/finder-snapshot.ts';
export {
  applyFinderImport,
  currentFinderFile,
  loadFinderData,
  previewFinderImport,
} from './use-cases/import-finder.ts';
export { type FinderWords, indexInputOf, loadFinderWords } from './use-cases/load-finder.ts';
export { openSearchLog, type SearchLog } from './use-cases/search-log.ts';
export { finderOperations } from './web/operations.ts';
export { finderPages } from './web/pages.ts';
