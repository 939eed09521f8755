export { packagesCommands } from './cli.ts';
export type { PackagesDeps } from './deps.ts';
export { type Portalprofil, parsePortalprofil } from './domain/portalprofil.ts';
export { bauePaket } from './use-cases/bauen.ts';
export { eingeleseneDienste, eingeleseneTestfaelle } from './use-cases/eingelesene-dienste.ts';
export { packagesOperations } from './web/operations.ts';
export { packagesPages } from './web/pages.ts';
