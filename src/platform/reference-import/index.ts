export { danglingReferences } from './check-references.ts';
export { type IncomingFassung, importFassung } from './import-fassung.ts';
export type {
  ImportOutcome,
  ImportPreview,
  IncomingTable,
  TableCounts,
  TablePlan,
} from './import-tables.ts';
export { type Kopf, kopfSchema } from './kopf.ts';
export type {
  ChangedRow,
  FieldChange,
  ImportPlan,
  ReferenceRow,
} from './plan-import.ts';
export {
  lineOfRow,
  type ReferenceFile,
  type ReferenceFormat,
  readShippedRows,
} from './read-reference-file.ts';
export { hashReferenceFiles, type ReferenceFiles, readReferenceFiles } from './read-reference-files.ts';
export { type ReferenceImport, referenceImport, referenceImports } from './reference-data.ts';
export { brokenFile, issueMessage, placeOf } from './reference-refusal.ts';
export { readParsedVersions, readVersions, type VersionedTable } from './versioned-table.ts';
