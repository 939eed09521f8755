export { tableCommands } from './commands.ts';
export { tableHandlers } from './handlers.ts';
export { tableOperations } from './operations.ts';
export { tablePages } from './pages.ts';
