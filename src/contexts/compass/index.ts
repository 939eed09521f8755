export { compassCommands } from './cli.ts';
export type { StandAenderung } from './domain/stand.ts';
export type { CompassDeps, Kommune } from './doors-deps.ts';
export { compassHandlers } from './handlers.ts';
export { probeLink } from './link-probe.ts';
export { readReifegradmodelle } from './read-reifegrad.ts';
export { sammelHandlers } from './sammel-handlers.ts';
export { changeStaende, type StandWunsch } from './use-cases/change-stand.ts';
export { digestFor, type Neuigkeit } from './use-cases/digest.ts';
export type { Editor } from './use-cases/editor.ts';
export {
  addPerson,
  assignLeistungen,
  createFachbereich,
  fachbereicheOfKommune,
} from './use-cases/fachbereiche.ts';
export { type ProbeDeps, probeDueEvidence } from './use-cases/probe-evidence.ts';
export { kreisStaendeOf } from './use-cases/read-stand.ts';
export { standListe, zeilenIn } from './use-cases/stand-liste.ts';
export { compassOperations } from './web/operations.ts';
export { compassPages } from './web/pages.ts';
