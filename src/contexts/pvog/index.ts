export type { PvogReadDeps } from './deps.ts';
export { suchdienst, suchdienstPath } from './web/suchdienst.ts';
