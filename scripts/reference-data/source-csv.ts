import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One line of a source table; asking for a column that the table lacks throws. */
export type SourceRow = (column: string) => string;

/** Reads a source table with a heading line; names file and column when something is missing. */
export function readSource(folder: string, file: string): SourceRow[] {
  const lines: Record<string, string>[] = parse(readFileSync(join(folder, file)), {
    columns: true,
    bom: true,
  });
  return lines.map((line) => (column) => {
    const value = line[column];
    if (value === undefined) throw new Error(`${file}: die Spalte „${column}“ fehlt.`);
    return value.trim();
  });
}

export function textOrNull(value: string): string | null {
  return value === '' ? null : value;
}

export function numberOrNull(value: string): number | null {
  return value === '' ? null : wholeNumber(value);
}

export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new Error(`„${value}“ ist keine ganze Zahl.`);
  return Number(value);
}

export function flagOrNull(value: string): boolean | null {
  if (value !== '' && value !== '0' && value !== '1') throw new Error(`„${value}“ ist weder 0 noch 1.`);
  return value === '' ? null : value === '1';
}
