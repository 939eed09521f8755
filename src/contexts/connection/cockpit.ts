// The door to what is done with many Anbindungen at once; the checklist of one stands behind index.ts.
export { cockpitCommands } from './cli-cockpit.ts';
export type { CockpitDeps, Koerper } from './cockpit-deps.ts';
export { cockpitHandlers } from './cockpit-handlers.ts';
export { cockpitPages } from './web/cockpit-doors.ts';
export { cockpitOperations } from './web/cockpit-operations.ts';
