export { finderCommands } from './cli.ts';
export type { FinderDeps, FinderReadDeps } from './deps.ts';
export { buildFinderIndex } from './domain/build-index.ts';
export type { FinderIndex } from './domain/finder-index.ts';
export type { FinderInput, LokalerText, ThesaurusWort } from './domain/finder-input.ts';
export { ketteOf } from './domain/kette.ts';
export type { Lebenslage } from './domain/lebenslage.ts';
export type { FacettenWahl, Grund, RankSignal, Suchergebnis, Treffer } from './domain/search/answer.ts';
export { search } from './domain/search/search.ts';
export { searchEvery } from './domain/search/search-every.ts';
export { suggest, type Vorschlag } from './domain/search/suggest.ts';
export { type Zielgruppe, zielgruppen, zielgruppeOf } from './domain/zielgruppe.ts';
export { grundText, zielgruppeLabel } from './messages.ts';
export {
  noTexts,
  type OrtPort,
  type Ortswahl,
  type SignalPort,
  type Suchort,
  type TextPort,
} from './ports.ts';
export { finderVersion, readFassungen as finderFassungen } from './store.ts';
export { allLebenslagen, findLebenslage, type GuidedLebenslage } from './use-cases/find-lebenslage.ts';
export { type Antwort, type Frage, findLeistungen, suggestFor } from './use-cases/find-leistungen.ts';
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
