import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeThesaurus } from './thesaurus/merge.ts';
import { wholeQueries } from './thesaurus/whole-queries.ts';

// Merges drafts of the thesaurus into the file that the product ships: `node scripts/build-thesaurus.ts <draft…>`.
// What stands in the shipped file already stays, unless a draft has the same entry.
const root = join(import.meta.dirname, '..');
const target = join(root, 'data/thesaurus/thesaurus.jsonl');

const drafts = process.argv.slice(2);
const missing = drafts.filter((file) => !existsSync(file));
if (missing.length > 0) {
  process.stderr.write(`Es gibt diese Entwürfe nicht: ${missing.join(', ')}\n`);
  process.exitCode = 66;
} else {
  const shipped = existsSync(target) ? linesOf(target) : [];
  const merged = mergeThesaurus({
    rows: [...shipped, ...drafts.flatMap(linesOf)],
    ozg: linesOf(join(root, 'data/katalog/ozg-leistungen.jsonl')),
    leistungen: linesOf(join(root, 'data/katalog/leistungen.jsonl')),
    wholeQueries: wholeQueries(join(root, 'test/relevance')),
  });
  for (const { problem } of merged.refused) process.stderr.write(`abgewiesen: ${problem}\n`);
  writeFileSync(target, merged.text);
  const { rows, words, doubled, queries } = merged.counts;
  process.stderr.write(
    `${rows} Zeilen, ${words} Wörter; doppelt: ${doubled}; gleich einer ganzen Suche: ${queries}; abgewiesen: ${merged.refused.length}\n`,
  );
}

function linesOf(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('{"kopf"'))
    .map((line) => JSON.parse(line));
}
