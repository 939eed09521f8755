import { existsSync } from 'node:fs';
import { writeRules } from './competence/write-rules.ts';

const source = process.argv[2] ?? '../shared/reference-data/competence';
const target = process.argv[3] ?? 'data';

if (existsSync(source)) {
  process.stderr.write(`${writeRules(source, target)}\n`);
} else {
  process.stderr.write(
    `Den Ordner ${source} gibt es nicht. Nennen Sie den Ordner mit zustaendigkeiten_nrw.csv.\n`,
  );
  process.exitCode = 66;
}
