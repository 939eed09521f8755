export { type AuditEntry, recordAudit } from './audit.ts';
export { type Config, readConfig } from './config.ts';
export { type DataFolder, installationSecret, openDataFolder } from './data-folder.ts';
export { openDatabase } from './database/open-database.ts';
export {
  type Actor,
  actorOf,
  type Database,
  parseTenantId,
  type Scope,
  type TenantId,
  type Tx,
} from './database/tx.ts';
export { createLogger, type Logger } from './log.ts';
