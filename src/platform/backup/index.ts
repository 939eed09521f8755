export { type BackupOptions, type BackupReport, backup } from './backup.ts';
export { type ExportReport, exportData } from './export-data.ts';
export { importData } from './import-data.ts';
export { type RestoreOptions, type RestoreReport, restore, verifyBackup } from './restore.ts';
