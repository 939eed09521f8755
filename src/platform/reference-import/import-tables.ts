import type { Tx } from '../database/tx.ts';
import { type ImportPlan, planImport, type ReferenceRow } from './plan-import.ts';
import { appendVersion, readVersions, type VersionedTable } from './versioned-table.ts';

/** A table and the rows that it shall hold after the import. */
export interface IncomingTable extends VersionedTable {
  readonly rows: readonly ReferenceRow[];
}

/** What an import would do to one table. */
export interface TablePlan extends VersionedTable {
  readonly plan: ImportPlan<ReferenceRow>;
}

/** How many rows of a table an import adds, changes, removes and leaves. */
export interface TableCounts {
  readonly neu: number;
  readonly geaendert: number;
  readonly entfallen: number;
  readonly gleich: number;
}

/** What an import would change: counts by table, and every row with its fields. */
export interface ImportPreview {
  readonly stand: string;
  readonly counts: Readonly<Record<string, TableCounts>>;
  readonly plans: readonly TablePlan[];
}

/** What an import did; `changed` is false where everything stood there already. */
export interface ImportOutcome {
  readonly fassung: number;
  readonly changed: boolean;
  readonly counts: Readonly<Record<string, TableCounts>>;
}

/** Compares incoming tables with what the given versions hold. */
export async function planTables(
  tx: Tx,
  tables: readonly IncomingTable[],
  versions: readonly number[],
): Promise<readonly TablePlan[]> {
  const plans: TablePlan[] = [];
  for (const { table, key, rows } of tables) {
    const current = await readVersions(tx, { table, key }, versions);
    const keyOf = (row: ReferenceRow) => key.map((field) => String(row[field])).join(' ');
    plans.push({ table, key, plan: planImport(current, rows, keyOf) });
  }
  return plans;
}

/** Writes plans as a new version. */
export async function writePlans(tx: Tx, plans: readonly TablePlan[], version: number): Promise<void> {
  for (const { table, key, plan } of plans) {
    const changed = plan.changed.map((row) => row.after);
    await appendVersion(tx, { table, key }, version, [...plan.added, ...changed], false);
    await appendVersion(tx, { table, key }, version, plan.removed, true);
  }
}

/** The counts of each plan by table name. */
export function countsOf(plans: readonly TablePlan[]): Readonly<Record<string, TableCounts>> {
  return Object.fromEntries(
    plans.map(({ table, plan }) => [
      table,
      {
        neu: plan.added.length,
        geaendert: plan.changed.length,
        entfallen: plan.removed.length,
        gleich: plan.unchanged,
      },
    ]),
  );
}

/** The counts in words by table, for the audit trail. */
export function countsInWords(counts: Readonly<Record<string, TableCounts>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(counts).map(([table, { neu, geaendert, entfallen }]) => [
      table,
      `${neu} neu, ${geaendert} geändert, ${entfallen} entfallen`,
    ]),
  );
}
