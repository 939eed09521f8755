export { solutionsCommands } from './cli.ts';
export type { LoesungInhalt, LoesungStand } from './domain/loesung.ts';
export {
  type MatchingSignale,
  type RankedSolution,
  rankSolutions,
  whomWouldItHelp,
} from './domain/matching.ts';
export type { Begruendung, Nutzung } from './domain/matching-gewichte.ts';
export { canonicalLoesung, loesungenOn, type Register } from './domain/register.ts';
export { loesungArt } from './loesung-art.ts';
export { artLabel, statusLabel } from './messages.ts';
export type { SolutionsDeps } from './solutions-deps.ts';
export { readFassungen as solutionsFassungen } from './store-register.ts';
export { findLoesung } from './use-cases/find-loesung.ts';
export {
  applySolutionsImport,
  currentSolutionsFile,
  loadSolutionsData,
  previewSolutionsImport,
} from './use-cases/import-solutions.ts';
export { angebotId, buildRegister, loadRegisterRows, registerVersion } from './use-cases/load-register.ts';
export { solutionsOperations } from './web/operations.ts';
export { solutionsPages } from './web/pages.ts';
