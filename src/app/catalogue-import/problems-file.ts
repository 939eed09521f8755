import type { PageAnswer } from '#platform';
import { exportCsv } from '#ui';
import type { HeldUpload } from '../reference/index.ts';
import { readPreview, type ShownProblem } from './preview.ts';
import type { TableDeps } from './tables-deps.ts';

const problemColumns = [
  { key: 'tabelle', label: 'Tabelle', value: ({ table }: ShownProblem) => table },
  { key: 'zeile', label: 'Zeile', kind: 'number' as const, value: ({ line }: ShownProblem) => line },
  { key: 'spalte', label: 'Spalte', value: ({ column }: ShownProblem) => column },
  { key: 'inhalt', label: 'Inhalt', value: ({ value }: ShownProblem) => value },
  { key: 'fehler', label: 'Was nicht stimmt', value: ({ message }: ShownProblem) => message },
];

/** Every broken row with its remedy, as a file. */
export async function problemsFile({ uploads }: TableDeps, upload: HeldUpload): Promise<PageAnswer> {
  const preview = await readPreview(uploads, upload.id);
  const rows = preview?.plan?.problems ?? [];
  const body = ReadableStream.from(exportCsv({ columns: problemColumns }, rows));
  return {
    kind: 'download',
    fileName: 'katalog-fehlerhafte-zeilen.csv',
    contentType: 'text/csv; charset=utf-8',
    body: body.pipeThrough(new TextEncoderStream()),
  };
}
