import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The shipped reference data. */
export const shippedData = join(import.meta.dirname, '../../data');

/** A copy of the reference data, to be broken and thrown away. */
export interface DataCopy extends Disposable {
  readonly folder: string;
  /** Rewrites the lines of a file. */
  readonly edit: (file: string, change: (lines: string[]) => string[]) => void;
}

export function copyData(): DataCopy {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-data-'));
  for (const sub of ['katalog', 'gebiet'])
    cpSync(join(shippedData, sub), join(folder, sub), { recursive: true });
  const edit: DataCopy['edit'] = (file, change) => {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8').split('\n')).join('\n'));
  };
  return { folder, edit, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
