export { solutionsCommands } from './cli.ts';
export {
  type EfaKriterium,
  type EfaStand,
  efaBereitschaft,
  efaKriterien,
  efaStand,
} from './domain/efa-kriterien.ts';
export {
  type EnthalteneLeistung,
  type Loesung,
  type LoesungInhalt,
  type LoesungStand,
  type Loesungsart,
  type Loesungsstatus,
  verfuegbarBis,
} from './domain/loesung.ts';
export {
  type HelpedKommune,
  type MatchingSignale,
  type RankedSolution,
  rankSolutions,
  whomWouldItHelp,
} from './domain/matching.ts';
export { type Begruendung, matchingGewichte, type Nutzung } from './domain/matching-gewichte.ts';
export { canonicalLoesung, loesungenOn, type Register } from './domain/register.ts';
export { artLabel, statusLabel } from './messages.ts';
export type { NutzungPort, SolutionsDeps } from './solutions-deps.ts';
export { readFassungen as solutionsFassungen } from './store-register.ts';
export { findLoesung } from './use-cases/find-loesung.ts';
export {
  applySolutionsImport,
  currentSolutionsFile,
  loadSolutionsData,
  previewSolutionsImport,
} from './use-cases/import-solutions.ts';
export {
  angebotId,
  buildRegister,
  loadRegisterRows,
  type RegisterRows,
  registerVersion,
} from './use-cases/load-register.ts';
export { solutionsOperations } from './web/operations.ts';
export { solutionsPages } from './web/pages.ts';
