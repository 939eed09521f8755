import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { type ExportLine, exportLine } from './export-format.ts';

/** What is wrong with the file itself. */
export class BrokenExport extends Error {}

export async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.on('error', (error) => unzipped.destroy(error));
  source.pipe(unzipped).setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of unzipped) {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new BrokenExport('sie ist abgeschnitten oder nicht gzip-gepackt');
    throw error;
  }
  if (rest !== '') throw new BrokenExport('die letzte Zeile ist abgeschnitten');
}

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function lineOf(text: string): ExportLine {
  const item = exportLine.safeParse(parse(text));
  if (!item.success) throw new BrokenExport(`eine Zeile ist nicht lesbar: ${text.slice(0, 80)}`);
  return item.data;
}
