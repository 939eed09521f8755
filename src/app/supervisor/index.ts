export { closeServer } from './close-server.ts';
export type { Handover } from './handover.ts';
export { runChild, runPreparation, type StartedChild } from './run-child.ts';
export { type SupervisorOptions, supervise } from './supervise.ts';
