export { type AuditEntry, recordAudit } from './audit.ts';
export {
  type AuditFilter,
  type AuditLine,
  type ChainCheck,
  installationChain,
  searchAudit,
  verifyAuditChain,
} from './audit-trail.ts';
export * from './backup/index.ts';
export { type BoundedMemory, boundedMemory } from './bounded-memory.ts';
export { type Config, readConfig } from './config.ts';
export {
  type DataFolder,
  installationPrivateKey,
  installationSecret,
  openDataFolder,
} from './data-folder.ts';
export { allOrNone } from './database/all-or-none.ts';
export { isDatabaseGone, waitForDatabase } from './database/database-gone.ts';
export { openDatabase } from './database/open-database.ts';
export { change, json, rowOf, rowsOf } from './database/rows.ts';
export {
  type Actor,
  actorOf,
  type Database,
  parseActor,
  parseTenantId,
  type Scope,
  type TenantId,
  type Tx,
} from './database/tx.ts';
export { isUnstorableText } from './database/unstorable-text.ts';
export { dateParameter, dayOfAddress, dayOfOption } from './doors/asked-day.ts';
export { denialOf } from './doors/authorize.ts';
export type { Command, CommandInput, CommandOutput, OptionValue } from './doors/command.ts';
export { type CommandFile, commandFile, commandJson } from './doors/command-file.ts';
export {
  type Acting,
  asOrganisation,
  commandOutput,
  commandUsage,
  optionList,
  optionText,
  organisationOption,
  organisationUsage,
} from './doors/command-parts.ts';
export { fileImportRoutes, type ImportAct, type ShownImport } from './doors/file-import.ts';
export { listOptions, listQueryShape, listUsage } from './doors/list-parameters.ts';
export { invalidInput, type Operation, operation } from './doors/operation.ts';
export { flashesOf, formField, numberIn, page, refusal, refusedPage } from './doors/page-answers.ts';
export type {
  Html,
  PageAnswer,
  PageContent,
  PageRequest,
  PageRoute,
  SetCookie,
  Upload,
} from './doors/page-route.ts';
export type { Access, Principal } from './doors/principal.ts';
export { atFile, evilIn, sentFile, sentUpload } from './doors/sent-file.ts';
export { uploadBytes } from './doors/uploaded-file.ts';
export { apiServer, problem } from './http/api-server.ts';
export { createCsrf, csrfField } from './http/csrf.ts';
export { type Area, cookiesAreSafe, type Hosts, hostsOf } from './http/hosts.ts';
export type { UploadPlace } from './http/keep-file.ts';
export { localRequest } from './http/local-client.ts';
export { pageServer, type Visitor } from './http/page-server.ts';
export { createRateLimiter, type RateLimiter } from './http/rate-limit.ts';
export { securityHeaders } from './http/security-headers.ts';
export { finishedInSteps, inSteps, mapInSteps, nextTurn, takenInSteps } from './in-steps.ts';
export {
  type Instance,
  type InstanceRole,
  openInstance,
  runningServer,
  type ServerLock,
} from './instance/index.ts';
export * from './jobs/index.ts';
export {
  type DataKey,
  type KeyRing,
  keyFromSecret,
  newId,
  newSecret,
  openKeyRing,
  type SealedPlace,
  secretHash,
} from './keys.ts';
export { createLogger, type Logger } from './log.ts';
export type { CaughtMail } from './mail/mail-catcher.ts';
export { createMailer, type Mailer } from './mail/mailer.ts';
export type { OutgoingMail } from './mail/outgoing-mail.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export * as pdf from './pdf/index.ts';
export {
  brokenFile,
  danglingReferences,
  hashReferenceFiles,
  type ImportOutcome,
  type ImportPlan,
  type ImportPreview,
  type IncomingFassung,
  type IncomingTable,
  importFassung,
  issueMessage,
  type Kopf,
  kopfSchema,
  lineOfRow,
  placeOf,
  type ReferenceFile,
  type ReferenceFiles,
  type ReferenceFormat,
  type ReferenceImport,
  type ReferenceRow,
  readParsedVersions,
  readReferenceFiles,
  readShippedRows,
  readVersions,
  referenceImport,
  referenceImports,
  type TableCounts,
  type TablePlan,
  type VersionedTable,
} from './reference-import/index.ts';
export { type ClamdAddress, clamdAnswers, clamdScanner } from './scanning/clamd.ts';
export { type Scanner, type ScanVerdict, scanAll } from './scanning/scanner.ts';
export {
  forgetSecret,
  keepSecret,
  listSecrets,
  type NewSecret,
  replaceSecret,
  type SecretNote,
  withSecret,
} from './secrets/index.ts';
export { checkInstallation, type Finding, type FurtherCheck, fine, wrong } from './self-check/index.ts';
export { type SnapshotReader, snapshotReader } from './snapshot-reader.ts';
export {
  type CellFault,
  type CellProblem,
  columnName,
  readSpreadsheet,
  type Sheet,
  type SheetRow,
} from './spreadsheet/index.ts';
export { readStand, type Thema } from './stand.ts';
export {
  checkDocument,
  type DocumentFile,
  type DocumentKind,
  documentKinds,
  type IncomingFile,
  largestDocument,
  openDocument,
  type SealedDocument,
  sealDocument,
} from './uploads/document-file.ts';
export { openFrames, sealFrames } from './uploads/sealed-frames.ts';
export { sweepSpools } from './uploads/spool.ts';
export { type Einlesezeile, type Einlesung, waitingTables } from './waiting-tables.ts';
