import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

/** Where a marker was found: a table or a file. */
export type Finding = string;

/** Looks for a marker in every table, in any of the forms in which text may hide: clear, hex, base64, and these nested. */
export async function findInDatabase(pool: pg.Pool, marker: string): Promise<readonly Finding[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
     order by 1`,
  );
  const found: Finding[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ line: string }>(`select row_to_json(t)::text as line from ${name} t`);
    if (rows.some(({ line }) => holds(Buffer.from(line, 'utf8'), marker))) found.push(name);
  }
  return found;
}

/** As `findInDatabase`, in every file below a folder, its names included. */
export function findInFiles(folder: string, marker: string): readonly Finding[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => file.includes(marker) || holds(readFileSync(file), marker));
}

/** Whether bytes hold a marker in any form. */
export function holds(bytes: Buffer, marker: string, depth = 0): boolean {
  if (needlesOf(marker).some((needle) => bytes.includes(needle))) return true;
  if (depth === 2) return false;
  const text = bytes.toString('latin1');
  const inner = [
    ...[...text.matchAll(/\\x([0-9a-fA-F]{16,})/g)].map(([, hex = '']) => Buffer.from(hex, 'hex')),
    ...[...text.matchAll(/[A-Za-z0-9_+/-]{24,}/g)].map(([word]) => Buffer.from(word, 'base64')),
  ];
  return inner.some((part) => holds(part, marker, depth + 1));
}

function needlesOf(marker: string): readonly string[] {
  const utf8 = Buffer.from(marker, 'utf8');
  const hex = utf8.toString('hex');
  // In base64 a marker looks different at each of three offsets; its edges depend on the neighbours.
  const encoded = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), utf8])
      .toString('base64')
      .slice(4, -4),
  );
  const url = encoded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [marker, hex, hex.toUpperCase(), ...encoded, ...url];
}
