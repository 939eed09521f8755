export type { Change, ChangeClass } from './change/change.ts';
export { compareDefinitions } from './change/compare-definitions.ts';
export { invertRules, migrateAnswers } from './change/migrate-answers.ts';
export {
  cutoffOf,
  type DraftShape,
  decideMove,
  type Move,
  stepsBetween,
  uncovered,
} from './change/plan-transition.ts';
export { parseTransition, type Transition } from './change/transition-schema.ts';
export { overlaysCommands } from './cli.ts';
export type { ConnectedKommune, OverlaysDeps } from './deps.ts';
export { createEffectives, type Effective, type Effectives } from './layer/effective.ts';
export { explain, originInWords, removedParts } from './layer/explain.ts';
export { type Overlay, parseOverlay } from './layer/overlay-schema.ts';
export { readOverlays, readTransitions, schichtenThema } from './store-overlays.ts';
export { publishOverlay, publishTransition } from './use-cases/publish.ts';
export { readDifference } from './use-cases/read-difference.ts';
export { overlaysFor, readEffective } from './use-cases/read-effective.ts';
export { openServing, type Serve } from './use-cases/serve.ts';
export { differenceParts } from './web/difference-parts.ts';
export { effectiveParts } from './web/effective-parts.ts';
export { overlaysOperations } from './web/operations.ts';
export { overlaysPages } from './web/pages.ts';
