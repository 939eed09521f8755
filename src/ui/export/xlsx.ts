import { Worker } from 'node:worker_threads';
import { formatInstant } from '../format.ts';
import type { ListColumn, ListDefinition } from '../list/definition.ts';
import { messages } from '../messages.ts';
import { exportColumns } from './export-value.ts';
import { type Workbook, writeWorkbook } from './write-workbook.ts';

/** What a reader must know about an exported table; stands on a sheet of its own. */
export interface ExportNotes {
  readonly title: string;
  readonly source: string;
  /** State of the data, as text: „05.10.2019“. */
  readonly state: string;
  /** What narrowed the table, one line each. */
  readonly filters: readonly string[];
  readonly demo: boolean;
  readonly createdAt: Date;
}

/** Up to this size a workbook costs less than starting a thread for it. */
const cellsWithoutThread = 4_000;

/** Rows as an Excel workbook with a second sheet of notes. Large ones are written in a thread of their own. */
export async function exportXlsx<Row>(
  definition: Pick<ListDefinition<Row>, 'id' | 'columns'>,
  rows: readonly Row[],
  notes: ExportNotes,
): Promise<Buffer> {
  const columns = exportColumns(definition);
  const workbook: Workbook = {
    title: notes.title,
    columns: columns.map((column) => ({
      label: column.label,
      date: column.kind === 'date',
      width: widthOf(column),
    })),
    rows: rows.map((row) => columns.map((column) => column.value(row))),
    notesTitle: messages.export.notes,
    notes: notesRows(notes, rows.length),
  };
  return rows.length * columns.length > cellsWithoutThread
    ? inTurn(() => writeInThread(workbook))
    : writeWorkbook(workbook);
}

// One large workbook at a time: many at once would take the memory and both processors.
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => {});
  return turn;
}

function writeInThread(workbook: Workbook): Promise<Buffer> {
  const thread = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
    workerData: JSON.stringify(workbook),
    // None of this process's flags: under the test runner the thread would report as a run of its own.
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread ended without a workbook')));
  });
}

function widthOf<Row>(column: ListColumn<Row>): number {
  if (column.width === 'wide') return 60;
  return Math.max(14, column.label.length + 2);
}

function notesRows(notes: ExportNotes, count: number): Workbook['notes'] {
  const { export: text } = messages;
  return [
    [notes.title, ''],
    ...(notes.demo ? [['', text.demo] as const] : []),
    [text.source, notes.source],
    [text.state, notes.state],
    [text.filters, notes.filters.join('; ') || text.noFilters],
    [text.rows, String(count)],
    [text.created, formatInstant(notes.createdAt)],
  ];
}
