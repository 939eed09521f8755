export { tooHard } from './checks/readability.ts';
export { proverCommands } from './cli.ts';
export type { ProverDeps } from './deps.ts';
export { type Finding, findingKinds } from './finding.ts';
export { isPublishable, type Proof, prove, type Variant } from './prove.ts';
export { sampleAntrag } from './sample-antrag.ts';
export { proverOperations } from './web/operations.ts';
export { proverPages } from './web/pages.ts';
export { proofParts } from './web/proof-parts.ts';
