export type { MaintenanceTask } from './maintenance.ts';
export { type EventPayload, publish } from './publish.ts';
export {
  type EventContext,
  type EventHandler,
  type EventHandlers,
  type RunningWorker,
  runWorker,
} from './run-worker.ts';
export {
  failVorgang,
  finishVorgang,
  parseVorgangId,
  readVorgang,
  reportVorgang,
  startVorgang,
  type Vorgang,
  type VorgangId,
} from './vorgang.ts';
export type { VorgangState } from './vorgang-state.ts';
