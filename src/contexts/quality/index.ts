export { qualityCommands } from './cli.ts';
export type { LinkDeps, QualityReadDeps } from './deps.ts';
export type { QualityDeps } from './doors-deps.ts';
export { lookAfterLinks } from './use-cases/look-after-links.ts';
export { openQuality } from './use-cases/read-quality.ts';
export { qualityOperations } from './web/operations.ts';
export { qualityPages } from './web/pages.ts';
