export { prioritiesCommands } from './cli.ts';
export type { Beschluss } from './domain/beschluss.ts';
export {
  bedarfSpanne,
  couldMove,
  type OffeneAntworten,
  type Spanne,
  spielraeume,
} from './domain/could-move.ts';
export { type Gewichtung, ueblicheGewichtung } from './domain/gewichtung.ts';
export type { Fallsumme, Quellen } from './domain/quellen.ts';
export { type Bewertungswelt, type Rang, rankLeistungen } from './domain/rangfolge.ts';
export type { EfaDienst } from './domain/strategie.ts';
export { openWelten, type PrioritiesDeps } from './priorities-deps.ts';
export { decideSchema, readBeschlossenesSchema } from './use-cases/beschluesse.ts';
export { schemaZiel, strategieZiel } from './use-cases/beschluss-ziele.ts';
export { decideStrategie, deviate } from './use-cases/decide-strategie.ts';
export { ohneWunsch, readRangfolge } from './use-cases/read-rangfolge.ts';
export { readSchemes, saveSchema } from './use-cases/schemata.ts';
export { type Angabewunsch, stateAngaben } from './use-cases/state-angaben.ts';
export { readStrategie, readStrategieabweichungen } from './use-cases/strategie.ts';
export { deviatorOf, type Viewer, viewerOf } from './use-cases/viewer.ts';
export { prioritiesOperations } from './web/operations.ts';
export { prioritiesPages } from './web/pages.ts';
