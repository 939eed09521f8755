import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../database/tx.ts';
import { mapInSteps, nextTurn } from '../in-steps.ts';
import type { ReferenceRow } from './plan-import.ts';

/**
 * A table of reference data over versions: columns `fassung` and `entfallen` beside its own, rows never change, and the
 * state is, per key, the newest row of the versions that count. Column names are the field names in snake case.
 */
export interface VersionedTable {
  readonly table: string;
  readonly key: readonly string[];
}

/** The rows as they stand after the given versions, ordered by key. */
export async function readVersions(
  tx: Tx,
  table: VersionedTable,
  versions: readonly number[],
): Promise<readonly ReferenceRow[]> {
  const rows = await rowsOf(tx, table, versions);
  return mapInSteps(rows, fromColumns(rows[0]));
}

/** The same, each checked against `schema`; throws where a row does not keep to it. */
export async function readParsedVersions<T>(
  tx: Tx,
  table: VersionedTable,
  versions: readonly number[],
  schema: z.ZodType<T>,
): Promise<readonly T[]> {
  const rows = await rowsOf(tx, table, versions);
  const read = fromColumns(rows[0]);
  return mapInSteps(rows, (row) => schema.parse(read(row)));
}

/** So many rows are read before others get their turn. */
const rowsAtOnce = 200;

async function rowsOf(
  tx: Tx,
  { table, key }: VersionedTable,
  versions: readonly number[],
): Promise<readonly Record<string, unknown>[]> {
  const columns = sql.join(key.map((field) => sql.ref(columnOf(field))));
  const cursor = sql.id(`read ${table}`);
  await sql`declare ${cursor} no scroll cursor for select * from
    (select distinct on (${columns}) * from ${sql.table(table)} where fassung = any(${versions}::int[])
      order by ${columns}, fassung desc) as latest where not entfallen order by ${columns}`.execute(tx.as());
  const all: Record<string, unknown>[] = [];
  let rows: readonly Record<string, unknown>[];
  do {
    ({ rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(rowsAtOnce)} from ${cursor}`.execute(
      tx.as(),
    ));
    all.push(...rows);
    await nextTurn();
  } while (rows.length === rowsAtOnce);
  await sql`close ${cursor}`.execute(tx.as());
  return all;
}

/** Adds the rows of one version in a single statement. */
export async function appendVersion(
  tx: Tx,
  { table }: VersionedTable,
  version: number,
  rows: readonly ReferenceRow[],
  entfallen: boolean,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = rows.map((row) => ({ ...toColumns(row), fassung: version, entfallen }));
  await sql`insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(columns)}::jsonb)`.execute(
    tx.as(),
  );
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function fieldOf(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function toColumns(row: ReferenceRow): ReferenceRow {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value]));
}

/** How a row of a table is read: all its rows have the columns of the first. */
function fromColumns(first: Record<string, unknown> = {}): (row: Record<string, unknown>) => ReferenceRow {
  const { fassung: _fassung, entfallen: _entfallen, ...own } = first;
  const names = Object.keys(own).map((column) => [fieldOf(column), column] as const);
  return (row) => {
    const fields: Record<string, unknown> = {};
    for (const [field, column] of names) fields[field] = row[column];
    return fields;
  };
}
