export { referenceCommands } from './commands.ts';
export { referenceHandlers } from './handlers.ts';
export { type HeldUpload, type HeldUploads, heldUploads } from './held-uploads.ts';
export { referenceOperations } from './operations.ts';
export { referencePages } from './pages.ts';
export { beginWork, findWork, inScopeOf, readWorkPayload } from './work.ts';
