export { workgroupCommands } from './cli.ts';
export type {
  BeschlussZiel,
  GefassterBeschluss,
  NeuerungsQuelle,
  PaketQuelle,
  PaketWunsch,
  PaketZeile,
  WorkgroupDeps,
} from './deps.ts';
export type { Betroffene, Neuerung } from './domain/neuerung.ts';
export { gruppeAktionen } from './doors/aktionen-gruppe.ts';
export { sitzungAktionen } from './doors/aktionen-sitzung.ts';
export { workgroupHandlers, workgroupMaintenance } from './handlers.ts';
export { sitzeZwischen } from './store/gruppen.ts';
export { settleZustellungen } from './store/zustellungen.ts';
export { findSitzung } from './use-cases/find-sitzung.ts';
export { readFragen } from './use-cases/fragen.ts';
export { listBeschluesse } from './use-cases/read-beschluesse.ts';
export { readSitzungBlick } from './use-cases/read-sitzung.ts';
export { listAufgaben, listSitzungen } from './use-cases/read-uebersicht.ts';
export { type Mitwirkende, mitwirkendeOf } from './use-cases/wer.ts';
export { arbeitsgruppeHinweis } from './web/hinweis.ts';
export { workgroupOperations } from './web/operations.ts';
export { workgroupPages } from './web/pages.ts';
