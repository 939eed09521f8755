export { connectionCommands } from './cli.ts';
export type { Auftrag, AuftragPort, ConnectionDeps, ProbeDeps } from './connection-deps.ts';
export { type Fortschritt, istVollstaendig, progressOf, prozentOf } from './domain/fortschritt.ts';
export { haeltStartAuf, type Katalog, punkteFor } from './domain/katalog.ts';
export { type Phase, phasen, phaseOf } from './domain/phase.ts';
export { type Fakt, type Gruppe, gruppen, type Partei, type Punkt, parteien } from './domain/punkt.ts';
export { type Punktstand, staende } from './domain/stand.ts';
export type { Uhrstand } from './domain/uhr.ts';
export { gruppeLabel, parteiLabel, phaseLabel, standLabel } from './messages.ts';
export { readKatalog } from './reference-files.ts';
export { begleiterOf, type Haus, hausOf, within } from './use-cases/begleiter.ts';
export { fristenNews } from './use-cases/fristen-news.ts';
export { type Gate, readGates } from './use-cases/gate.ts';
export { sendHinweise } from './use-cases/hinweise.ts';
export {
  type Ergebnis,
  punktErledigen,
  punkteErledigen,
  type Schritt,
  type Vorschau,
  vorschauOf,
} from './use-cases/punkte-erledigen.ts';
export { type Anbindungsstand, readAnbindungsstand } from './use-cases/read-stand.ts';
export { startProbe } from './use-cases/start-probe.ts';
export { connectionOperations } from './web/operations.ts';
export { connectionPages } from './web/pages.ts';
