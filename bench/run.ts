import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { keepsLimit } from './support/figure.ts';
import { readReport } from './support/report.ts';
import { linesOf, writeTables } from './support/tables.ts';

/** `npm run bench`: every benchmark in a process of its own, then the tables. `npm run bench -- start duties` runs some. */

const all = [
  'duties',
  'priorities',
  'routing',
  'catalogue',
  'start',
  'operation',
  'api',
  'pages',
  'portal',
  'antrag',
  'forms',
  'delivery',
  'upload',
  'compass',
  'files',
  'search',
  'xzufi',
  'pvog',
  'fim',
  'planning',
  'surveys',
  'connection',
  'cockpit',
  'forms-proof',
  'costs',
  'costs-pages',
  'parameters',
];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${all.join(', ')}.\n`);
  process.exit(64);
}

let broken = 0;
for (const name of asked.length > 0 ? asked : all) {
  process.stderr.write(`${name} …\n`);
  const file = join(import.meta.dirname, `${name}.ts`);
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status === 0) process.stdout.write(`${linesOf(readReport(name)).join('\n')}\n`);
  else broken += 1;
}
const reports = writeTables(all);
const missed = reports.flatMap(({ figures }) => figures).filter((figure) => !keepsLimit(figure));
for (const { what } of missed) process.stderr.write(`Not kept: ${what}\n`);
process.exitCode = broken > 0 ? 1 : 0;
