export type { Auftrag, AuftragPort, ConnectionDeps } from './connection-deps.ts';
export { type Fortschritt, istVollstaendig, progressOf, prozentOf } from './domain/fortschritt.ts';
export { haeltStartAuf, type Katalog, punkteFor } from './domain/katalog.ts';
export { type Phase, phaseOf, phasen } from './domain/phase.ts';
export { type Fakt, type Gruppe, gruppen, type Partei, type Punkt, parteien } from './domain/punkt.ts';
export { type Punktstand, staende } from './domain/stand.ts';
export type { Uhrstand } from './domain/uhr.ts';
export { gruppeLabel, parteiLabel, phaseLabel, standLabel } from './messages.ts';
export { readKatalog } from './reference-files.ts';
export { begleiterOf, type Haus, hausOf, within } from './use-cases/begleiter.ts';
export {
  type Ergebnis,
  punktErledigen,
  punkteErledigen,
  type Schritt,
  type Vorschau,
  vorschauOf,
} from './use-cases/punkte-erledigen.ts';
export { type Anbindungsstand, readAnbindungsstand } from './use-cases/read-stand.ts';
