export { compassCommands } from './cli.ts';
export { naechsterSchritt } from './domain/reifegrad.ts';
export type { StandAenderung } from './domain/stand.ts';
export type { CompassDeps, Kommune } from './doors-deps.ts';
export {
  answerAbdeckung,
  answerPaare,
  answerVerlauf,
  answerVerteilung,
  type Frage,
} from './figures/answer-figures.ts';
export { alles, readUmfang, type Umfang } from './figures/frage.ts';
export { type Figures, openFigures } from './figures/open-figures.ts';
export { type Gliederung, gliederungen } from './figures/teile.ts';
export { visibleBodies } from './figures/visible-bodies.ts';
export { compassHandlers } from './handlers.ts';
export { probeLink } from './link-probe.ts';
export { zustandLabel } from './messages.ts';
export { readReifegradmodelle } from './read-reifegrad.ts';
export { changeStaende, type StandWunsch } from './use-cases/change-stand.ts';
export { type Editor, type Reader, readerOf } from './use-cases/editor.ts';
export {
  addPerson,
  assignLeistungen,
  createFachbereich,
  fachbereicheOfKommune,
} from './use-cases/fachbereiche.ts';
export { type ProbeDeps, probeDueEvidence } from './use-cases/probe-evidence.ts';
export { kreisStaendeOf } from './use-cases/read-stand.ts';
export { type StandZeile, standListe, zeilenIn } from './use-cases/stand-liste.ts';
export { compassOperations } from './web/operations.ts';
export { compassPages } from './web/pages.ts';
