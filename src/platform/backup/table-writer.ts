import type pg from 'pg';
import type { ExportReport } from './export-data.ts';
import { BrokenExport } from './export-lines.ts';
import type { TableShape } from './read-schema.ts';

export function openWriter(writer: TableWriter | null): TableWriter {
  if (!writer) throw new BrokenExport('eine Zeile gehört zu keiner Tabelle');
  return writer;
}

export function completed(
  end: { readonly tables: number; readonly rows: number },
  rows: number,
): ExportReport {
  if (end.rows !== rows) throw new BrokenExport(`${end.rows} Zeilen angekündigt, ${rows} gefunden`);
  return { tables: end.tables, rows };
}

export interface TableWriter {
  readonly add: (row: string) => Promise<void>;
  readonly end: (expected: number) => Promise<number>;
}

export function writerOf(
  client: pg.Client,
  table: TableShape | undefined,
  name: string,
  columns: readonly string[],
): TableWriter {
  if (!table) throw new BrokenExport(`die Tabelle ${name} gibt es hier nicht`);
  const values = columns.map((column, index) => `(r ->> ${index})::${typeOf(table, column)}`);
  const statement = `insert into ${table.name} (${columns.join(', ')}) overriding system value
    select ${values.join(', ')} from json_array_elements($1::json) r`;
  let waiting: string[] = [];
  let total = 0;
  const flush = async () => {
    if (waiting.length === 0) return;
    await client.query(statement, [`[${waiting.join(',')}]`]);
    total += waiting.length;
    waiting = [];
  };
  return {
    add: async (row) => {
      waiting.push(row);
      if (waiting.length >= rowsAtOnce) await flush();
    },
    end: async (expected) => {
      await flush();
      if (total !== expected)
        throw new BrokenExport(`${table.name}: ${expected} Zeilen angekündigt, ${total} gefunden`);
      return total;
    },
  };
}

function typeOf(table: TableShape, column: string): string {
  const type = table.types[table.columns.indexOf(column)];
  if (!type) throw new BrokenExport(`die Spalte ${table.name}.${column} gibt es hier nicht`);
  return type;
}

export const rowsAtOnce = 1000;
