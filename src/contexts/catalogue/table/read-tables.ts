import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { readSpreadsheet } from '#platform';
import type { Catalogue } from '../domain/catalogue.ts';
import type { RawLeistung } from '../domain/table-import/raw-leistung.ts';
import { type Mapping, neededFields, type TableKind, tableFields } from './columns.ts';
import { parseLeistungen } from './parse-leistungen.ts';
import { parseOzg, type RawOzg } from './parse-ozg.ts';
import type { ParsedRows } from './parse-rows.ts';
import { readHead, type TableHead } from './read-head.ts';
import type { TableFile, TableOrder } from './table-order.ts';

/** What a file turned out to be, before anybody said what its columns mean. */
export interface InspectedTable {
  readonly kind: TableKind;
  readonly fileName: string;
  readonly notes: readonly string[];
  readonly head: TableHead;
  readonly rows: number;
}

/** Reads a file as far as its head. */
export function inspectTable(
  kind: TableKind,
  file: Pick<TableFile, 'fileName' | 'bytes'>,
): Result<InspectedTable> {
  const sheet = readSpreadsheet(file.bytes);
  if (!sheet.ok) return named(file.fileName, sheet);
  const head = readHead(kind, sheet.value);
  const rows = sheet.value.rows.filter(({ line }) => line > head.line).length;
  return ok({ kind, fileName: file.fileName, notes: sheet.value.notes, head, rows });
}

/** The rows of both tables; a table that did not come is null. */
export interface ReadTables {
  readonly leistungen: ParsedRows<RawLeistung> | null;
  readonly ozg: ParsedRows<RawOzg> | null;
  readonly notes: readonly string[];
}

/** Reads the tables of an order against the catalogue; refuses a file that is no table, and a mapping that lacks a column. */
export function readTables({ files }: TableOrder, catalogue: Catalogue): Result<ReadTables> {
  const ozg = files.ozg ? readOzg(files.ozg, catalogue) : ok(null);
  if (!ozg.ok) return ozg;
  const known = {
    ozg: new Set([...catalogue.ozgById.keys(), ...(ozg.value?.rows.good ?? []).map(({ ozgId }) => ozgId)]),
    typen: new Set(catalogue.typisierungByCode.keys()),
  };
  const leistungen = files.leistungen
    ? read('leistungen', files.leistungen, (...table) => parseLeistungen(...table, known))
    : ok(null);
  if (!leistungen.ok) return leistungen;
  if (leistungen.value === null && ozg.value === null) return refuse(noTable);
  return ok({
    leistungen: leistungen.value?.rows ?? null,
    ozg: ozg.value?.rows ?? null,
    notes: [...(ozg.value?.notes ?? []), ...(leistungen.value?.notes ?? [])],
  });
}

function readOzg(file: TableFile, catalogue: Catalogue) {
  return read('ozg', file, (...table) => parseOzg(...table, catalogue.lagen));
}

type Table = readonly [Parameters<typeof readHead>[1], TableHead, Mapping];

function read<T>(
  kind: TableKind,
  file: TableFile,
  parse: (...table: Table) => ParsedRows<T>,
): Result<{ readonly rows: ParsedRows<T>; readonly notes: readonly string[] }> {
  const sheet = readSpreadsheet(file.bytes);
  if (!sheet.ok) return named(file.fileName, sheet);
  const head = readHead(kind, sheet.value);
  const mapping = file.mapping ?? head.guess;
  const fields = mappingProblems(kind, mapping, head);
  if (fields.length > 0) return refuse(wrongMapping(file.fileName, fields));
  const rows = parse(sheet.value, head, mapping);
  return ok({ rows, notes: sheet.value.notes.map((note) => `${file.fileName}: ${note}`) });
}

function mappingProblems(kind: TableKind, mapping: Mapping, head: TableHead): readonly FieldProblem[] {
  const label = (field: string) => tableFields[kind][field]?.label ?? field;
  const missing = neededFields[kind]
    .filter((field) => mapping[field] === undefined)
    .map((field) => ({
      field: `${kind}.${field}`,
      message: `Für „${label(field)}“ ist keine Spalte gewählt. Die Tabelle hat: ${head.labels.join(', ')}.`,
    }));
  const entries = Object.entries(mapping);
  const doubled = entries
    .filter(([field, column]) => entries.some(([other, at]) => other < field && at === column))
    .map(([field, column]) => ({
      field: `${kind}.${field}`,
      message: `Die Spalte „${head.labels[column] ?? column}“ ist schon vergeben. Eine Spalte kann nur eines bedeuten.`,
    }));
  const outside = entries
    .filter(([, column]) => column < 0 || column >= head.labels.length)
    .map(([field]) => ({ field: `${kind}.${field}`, message: 'Diese Spalte gibt es nicht.' }));
  return [...missing, ...doubled, ...outside];
}

function named<T>(fileName: string, result: Result<unknown> & { readonly ok: false }): Result<T> {
  return refuse({ ...result.refusal, message: `${fileName}: ${result.refusal.message}` });
}

function wrongMapping(fileName: string, fields: readonly FieldProblem[]) {
  return {
    kind: 'invalid',
    code: 'CATALOGUE_TABLE_COLUMNS',
    message: `${fileName}: ${fields.map(({ message }) => message).join(' ')} Es wurde nichts übernommen.`,
    fields,
  } as const;
}

const noTable = {
  kind: 'invalid',
  code: 'CATALOGUE_TABLE_MISSING',
  message: 'Es kam keine Tabelle. Bitte wählen Sie die Leistungen, die OZG-Leistungen oder beide aus.',
} as const;
