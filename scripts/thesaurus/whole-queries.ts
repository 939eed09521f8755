import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldedLine } from '../../src/contexts/finder/domain/index/suggest-index.ts';

/** The queries of both halves of the relevance suite, folded; nobody reads them, they are only compared. */
export function wholeQueries(folder: string): ReadonlySet<string> {
  const files = ['seen.jsonl', 'unseen.jsonl'].map((name) => join(folder, name)).filter(existsSync);
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  return new Set(lines.map((line) => foldedLine(String(JSON.parse(line).query))));
}
