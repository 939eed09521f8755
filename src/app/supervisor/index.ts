export { closeServer } from './close-server.ts';
export type { Handover } from './handover.ts';
export { runChild, type StartedChild } from './run-child.ts';
export { type SupervisorOptions, supervise } from './supervise.ts';
