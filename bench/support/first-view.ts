import type { Visitor } from './browser.ts';

const accepted = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** The bytes of one file of a page, as they came over the wire. */
export interface FileSize {
  readonly path: string;
  readonly encoding: string;
  readonly bytes: number;
}

/** What a browser with an empty cache loads to show a page: the page, styles, scripts, icons; the web font aside. */
export async function firstViewOf(visitor: Visitor, path: string): Promise<readonly FileSize[]> {
  const page = await visitor.get(path, accepted);
  const plain = await visitor.get(path);
  const files = [...new Set(plain.body.toString().match(/\/assets\/[\w.-]+/g) ?? [])];
  const sizes = [sizeOf(path, page)];
  for (const file of files) sizes.push(sizeOf(file, await visitor.get(file, accepted)));
  return sizes;
}

function sizeOf(path: string, answer: Awaited<ReturnType<Visitor['get']>>): FileSize {
  if (answer.status !== 200) throw new Error(`${path}: status ${answer.status}`);
  return { path, encoding: answer.headers['content-encoding'] ?? 'none', bytes: answer.body.length };
}
