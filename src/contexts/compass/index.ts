export { compassCommands } from './cli.ts';
export { type Aussage, nextStand } from './domain/next-stand.ts';
export { parseAenderung, type StandEingabe } from './domain/parse-aenderung.ts';
export {
  type KreisStand,
  type Kriterien,
  type Nachweis,
  type Stand,
  type StandAenderung,
  type StandFeld,
  standFelder,
} from './domain/stand.ts';
export { type Konflikt, konfliktOf, unterschied } from './domain/unterschied.ts';
export { parseZustand, type Zustand, zustaende } from './domain/zustand.ts';
export type { CompassDeps, Kommune, LoesungName, Person } from './doors-deps.ts';
export { isKonflikt, type StandKonflikt } from './errors.ts';
export {
  answerAbdeckung,
  answerVerlauf,
  answerVerteilung,
} from './figures/answer-figures.ts';
export { answerPaare } from './figures/answer-paare.ts';
export type { Frage } from './figures/frage.ts';
export { type Figures, openFigures } from './figures/open-figures.ts';
export { type Gliederung, gliederungen } from './figures/teile.ts';
export { alles, readUmfang, type Umfang } from './figures/umfang.ts';
export { visibleBodies } from './figures/visible-bodies.ts';
export { feldLabel, keineAngabe, zustandLabel } from './messages.ts';
export { readReifegradmodelle } from './read-reifegrad.ts';
export {
  changeStaende,
  changeStaendeIn,
  changeStand,
  type StandErgebnis,
  type StandWunsch,
} from './use-cases/change-stand.ts';
export { type Editor, editorOf, managerOf, type Reader, readerOf } from './use-cases/editor.ts';
export { kreisStaendeOf, staendeOf, standOf, verlaufOf } from './use-cases/read-stand.ts';
export { standListe, zeilenIn } from './use-cases/stand-liste.ts';
export { compassOperations } from './web/operations.ts';
export { compassPages } from './web/pages.ts';
