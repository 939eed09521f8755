export { compassCommands } from './cli.ts';
export { naechsterSchritt } from './domain/reifegrad.ts';
export type { StandAenderung } from './domain/stand.ts';
export type { CompassDeps, Kommune } from './doors-deps.ts';
export { answerAbdeckung, answerVerlauf, answerVerteilung } from './figures/answer-figures.ts';
export type { Frage } from './figures/frage.ts';
export { type Figures, openFigures } from './figures/open-figures.ts';
export { alles } from './figures/umfang.ts';
export { visibleBodies } from './figures/visible-bodies.ts';
export { compassHandlers } from './handlers.ts';
export { probeLink } from './link-probe.ts';
export { matchingDoors } from './matching/doors.ts';
export type { MatchingDeps } from './matching/matching-deps.ts';
export { nutzungFor } from './matching/use-cases/nutzung.ts';
export { geschlosseneLuecken } from './matching/use-cases/projekt-wirkung.ts';
export { zustandLabel } from './messages.ts';
export { readReifegradmodelle } from './read-reifegrad.ts';
export { sammelHandlers } from './sammel-handlers.ts';
export { standArt } from './stand-art.ts';
export { haeufigkeitVersion, readHaeufigkeiten } from './store-haeufigkeit.ts';
export { changeStaende } from './use-cases/change-stand.ts';
export { digestFor } from './use-cases/digest.ts';
export { type Editor, type Reader, readerOf } from './use-cases/editor.ts';
export { addPerson } from './use-cases/fachbereich-personen.ts';
export { assignLeistungen, createFachbereich, fachbereicheOfKommune } from './use-cases/fachbereiche.ts';
export {
  fewestKommunen,
  type Haeufigkeitsstand,
  publishHaeufigkeiten,
  readPublished,
} from './use-cases/haeufigkeiten.ts';
export { maintainEvidence } from './use-cases/maintain-evidence.ts';
export { kreisStaendeOf } from './use-cases/read-stand.ts';
export { type StandZeile, standListe, zeilenIn } from './use-cases/stand-liste.ts';
export type { StandWunsch } from './use-cases/stand-wunsch.ts';
export { compassOperations } from './web/operations.ts';
export { compassPages } from './web/pages.ts';
