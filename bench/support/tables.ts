import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, keepsLimit, type Statistic } from './figure.ts';
import type { MemoryReport } from './process-memory.ts';
import { type Report, readReport, resultsFolder } from './report.ts';

const root = join(import.meta.dirname, '../..');
const words: Readonly<Record<Statistic, string>> = { p50: 'median', p95: 'p95', p99: 'p99', max: 'worst' };

/** Writes the figures with a limit into the README and all figures into `docs/benchmarks.md`; gives the reports. */
export function writeTables(names: readonly string[]): readonly Report[] {
  const reports = names
    .filter((name) => existsSync(join(resultsFolder, `${name}.json`)))
    .map((name) => readReport(name));
  intoMarks('README.md', [...limitTable(reports), '', measuredOn(reports)]);
  intoMarks('docs/benchmarks.md', reports.flatMap(section));
  return reports;
}

/** The figures of a report as lines for a terminal. */
export function linesOf({ figures, memory }: Report): readonly string[] {
  const lines = figures.map((figure) => {
    const mark = figure.limit === null ? ' ' : keepsLimit(figure) ? '+' : '!';
    const limit = figure.limit === null ? '' : `, limit ${valueIn(figure, figure.limit)}`;
    const spread = `p50 ${figure.p50} p95 ${figure.p95} p99 ${figure.p99} max ${figure.max} ${figure.unit}`;
    return `${mark} ${figure.what}: ${spread} (${figure.samples} samples, ${figure.errors} errors${limit})`;
  });
  return memory ? [...lines, `  memory: ${memoryText(memory)}`] : lines;
}

function limitTable(reports: readonly Report[]): readonly string[] {
  const rows = reports
    .flatMap(({ figures }) => figures)
    .flatMap((figure) => {
      if (figure.limit === null) return [];
      const measured = `${valueIn(figure, figure[figure.shown])} (${words[figure.shown]} of ${figure.samples}${errorsOf(figure)})`;
      const share = `${Math.round((figure[figure.shown] / figure.limit) * 100)} %`;
      const verdict = keepsLimit(figure) ? share : `**${share}, not kept**`;
      return [`| ${figure.what} | ${valueIn(figure, figure.limit)} | ${measured} | ${verdict} |`];
    });
  return ['| figure | limit | measured | of the limit |', '| --- | --- | --- | --- |', ...rows];
}

function measuredOn(reports: readonly Report[]): string {
  const [first] = reports;
  if (!first) return '';
  const { cpu, cores, memoryMB } = first.machine;
  const commits = [...new Set(reports.map(({ commit }) => commit))].join(', ');
  const memory = reports.find(({ name }) => name === 'pages')?.memory;
  const sum = memory
    ? ` Under the load of pages and imports all processes together took ${memoryText(memory)}.`
    : '';
  const raw = reports.flatMap(({ figures }) => figures).find(({ id }) => id === 'antrag.raw');
  const rate = raw
    ? ` In the run of the submissions the same PostgreSQL committed ${Math.round(raw.p50)} transactions of one row a second (median).`
    : '';
  const busy = reports.some(({ load }) => load.before > 0.5)
    ? ' Other programs were busy on the machine meanwhile.'
    : '';
  const ahead = reports.filter(({ priority }) => priority < 0).map(({ title }) => title);
  const order =
    ahead.length > 0 ? ` These ran ahead of them, at a raised priority: ${ahead.join(', ')}.` : '';
  return `Measured on ${cores} cores (${cpu}) with ${Math.round(memoryMB / 1000)} GB, at ${commits}; the load generator runs on the same cores.${busy}${order}${sum}${rate} How it is measured, and all other figures: [docs/benchmarks.md](docs/benchmarks.md).`;
}

function section(report: Report): readonly string[] {
  const { title, measuredAt, commit, changedFiles, priority, load, figures, memory } = report;
  const ahead = priority < 0 ? `, at priority ${priority} (ahead of the other programs)` : '';
  const changed = changedFiles > 0 ? ` with ${changedFiles} changed files` : '';
  const rows = figures.map(
    (figure) =>
      `| ${figure.what} | ${figure.samples}${errorsOf(figure)} | ${[figure.p50, figure.p95, figure.p99, figure.max].map((value) => valueIn(figure, value)).join(' | ')} |`,
  );
  return [
    `### ${title}`,
    '',
    `${measuredAt.slice(0, 16).replace('T', ' ')} UTC, commit ${commit}${changed}, load of the machine ${load.before} before and ${load.after} after${ahead}.${memory ? ` Memory: ${memoryText(memory)}.` : ''}`,
    '',
    '| figure | samples | median | p95 | p99 | worst |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

function memoryText({ total, processes }: MemoryReport): string {
  const parts = Object.entries(processes).map(([kind, mb]) => `${kind} ${mb}`);
  return `${total} MB (${parts.join(', ')})`;
}

function errorsOf({ errors }: Figure): string {
  return errors > 0 ? `, ${errors} errors` : '';
}

function valueIn({ unit }: Figure, value: number): string {
  if (unit === 'ms' && value >= 1000) return `${Number((value / 1000).toPrecision(3))} s`;
  return `${value < 1 ? Number(value.toPrecision(3)) : value} ${unit}`;
}

/** Replaces what stands between the two marks of a file. */
function intoMarks(file: string, lines: readonly string[]): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const marked = /<!-- bench -->.*<!-- \/bench -->/s;
  if (!marked.test(text)) throw new Error(`${file} has no marks for the table.`);
  const table = lines.join('\n').trimEnd();
  writeFileSync(
    path,
    text.replace(marked, () => `<!-- bench -->\n${table}\n<!-- /bench -->`),
  );
}
