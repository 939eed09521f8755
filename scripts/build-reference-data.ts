import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeRules } from './competence/write-rules.ts';
import { buildReferenceData } from './reference-data/build.ts';

const source = process.argv[2] ?? '../shared/reference-data';
const target = process.argv[3] ?? 'data';
const competence = join(source, 'competence');

const missing = [source, competence].find((folder) => !existsSync(folder));
if (missing) {
  process.stderr.write(
    `Den Ordner ${missing} gibt es nicht. Nennen Sie den Ordner der Quellen: npm run data -- <Ordner>\n`,
  );
  process.exitCode = 66;
} else {
  for (const set of buildReferenceData(source, target)) {
    process.stderr.write(`${set.file}: ${set.rows.length} Zeilen\n`);
  }
  process.stderr.write(`${writeRules(competence, target)}\n`);
}
