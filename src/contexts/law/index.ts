export { lawCommands } from './cli.ts';
export type { Law } from './domain/law.ts';
export type { LawDeps, LawWorld } from './law-world.ts';
export { lawVersion, readFassungen as lawFassungen } from './store.ts';
export { currentLawFile } from './use-cases/current-file.ts';
export { applyLawImport, loadLawData, previewLawImport } from './use-cases/import-law.ts';
export { loadLaw } from './use-cases/load-law.ts';
export { lawOperations } from './web/operations.ts';
export { lawPages } from './web/pages.ts';
