export { discussionCommands } from './cli.ts';
export type { Colleague, DiscussionDeps, House, HouseName } from './deps.ts';
export type { RecordKey } from './domain/rueckfrage.ts';
export { discussionHandlers } from './handlers.ts';
export { type RecordKind, type RecordRef, recordOf } from './record-kind.ts';
export { countUnread } from './use-cases/read.ts';
export { hinweisSection, type RueckfragenHinweis, rueckfragenHinweis } from './web/hinweis.ts';
export { discussionOperations } from './web/operations.ts';
export { discussionPages } from './web/pages.ts';
