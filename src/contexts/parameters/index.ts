export { parametersCommands } from './cli.ts';
export type { BetreuteKommune, ParametersDeps } from './deps.ts';
export { readFeiertage } from './feiertage-file.ts';
export { parametersHandlers } from './handlers.ts';
export { werteProbe } from './use-cases/gate-probe.ts';
export { type InForceReader, openInForce } from './use-cases/in-force.ts';
export { parametersOperations } from './web/operations.ts';
export { parametersPages } from './web/pages.ts';
