import type { Command, Operation, PageRoute } from '#platform';
import { matchingCommands } from './cli.ts';
import type { MatchingDeps } from './matching-deps.ts';
import { matchingOperations } from './web/operations.ts';
import { matchingPages } from './web/pages.ts';

/** Matching by page, API and command. Its pages and operations come before those with a Leistung in their address. */
export const matchingDoors: {
  readonly pages: (deps: MatchingDeps) => readonly PageRoute[];
  readonly operations: (deps: MatchingDeps) => readonly Operation[];
  readonly commands: (deps: MatchingDeps) => readonly Command[];
} = { pages: matchingPages, operations: matchingOperations, commands: matchingCommands };
