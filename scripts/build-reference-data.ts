import { existsSync } from 'node:fs';
import { buildReferenceData } from './reference-data/build.ts';

const source = process.argv[2] ?? '../shared/reference-data';
const target = process.argv[3] ?? 'data';

if (!existsSync(source)) {
  process.stderr.write(
    `Den Ordner ${source} gibt es nicht. Nennen Sie den Ordner der Quellen: npm run data -- <Ordner>\n`,
  );
  process.exitCode = 66;
} else {
  for (const set of buildReferenceData(source, target)) {
    process.stderr.write(`${set.file}: ${set.rows.length} Zeilen\n`);
  }
}
