export { viewsCommands } from './cli.ts';
export type { ViewsDeps } from './deps.ts';
export { pagePaths } from './domain/route-table.ts';
export { withListViews } from './web/list-views.ts';
export { viewsOperations } from './web/operations.ts';
export { viewsPages } from './web/pages.ts';
