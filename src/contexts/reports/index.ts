export { reportsCommands } from './cli.ts';
export type { BestandFrist } from './domain/bestand.ts';
export { reportsHandlers } from './handlers.ts';
export type { Fristen, ReportsDeps } from './reports-deps.ts';
export { type WartenderBericht, wartendeBerichte } from './use-cases/read-waiting.ts';
export { reportsOperations } from './web/operations.ts';
export { reportsPages } from './web/pages.ts';
