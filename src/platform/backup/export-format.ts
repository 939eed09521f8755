import { z } from 'zod';

// The project's own export: gzip of JSON lines. First the header, then for each table a line with its columns and one
// array of texts per row, then the sequences, then the line that closes the whole.
export const exportHeader = z.object({
  format: z.literal('leitwerk-export'),
  version: z.literal(1),
  at: z.string(),
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
});

export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
export const tableEnd = z.object({ endOfTable: z.string(), rows: z.number() });
export const sequenceLine = z.object({ sequence: z.string(), value: z.string(), called: z.boolean() });
export const exportEnd = z.object({ endOfExport: z.literal(true), tables: z.number(), rows: z.number() });

export type SequenceLine = z.infer<typeof sequenceLine>;
export type ExportHeader = z.infer<typeof exportHeader>;
export type ExportLine =
  | z.infer<typeof tableLine>
  | z.infer<typeof tableEnd>
  | z.infer<typeof sequenceLine>
  | z.infer<typeof exportEnd>;

export const exportLine = z.union([tableLine, tableEnd, sequenceLine, exportEnd]);

/** How values become text; the same settings on both sides make the round trip exact. */
export const exactText = `set local datestyle = 'ISO'; set local timezone = 'UTC'; set local bytea_output = 'hex';
  set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local row_security = off;
  set local search_path = pg_catalog`;
