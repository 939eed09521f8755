import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keineListen } from '../src/contexts/fim/use-cases/listenstand.ts';
import { schemaLeser } from '../src/contexts/fim/use-cases/schema-leser.ts';
import { type FigureHead, figureOf } from './support/figure.ts';
import { largeSchema } from './support/large-schema.ts';
import { report } from './support/report.ts';

/** How long a schema as large as the largest released one takes from its bytes to a proven form, and the memory of it. */

const runs = 7;
const [, , mode, file = ''] = process.argv;

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
}

if (mode === '--import') {
  const bytes = readFileSync(file);
  const start = performance.now();
  const read = await schemaLeser()('bench', async () => bytes, keineListen);
  if (!read.ok) throw new Error(read.refusal.message);
  if (read.value.uebernahme.definition === null) throw new Error('no form was proven');
  const milliseconds = performance.now() - start;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ milliseconds, megabytes }));
  process.exit();
}

function measured(path: string): Measured {
  const out = execFileSync(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    import.meta.filename,
    '--import',
    path,
  ]);
  return JSON.parse(out.toString('utf8'));
}

await report('fim', 'FIM schemas', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-bench-'));
  const path = join(folder, 'schema.xml');
  try {
    writeFileSync(path, largeSchema());
    const all = Array.from({ length: runs }, () => measured(path));
    const sample = join(import.meta.dirname, '../../shared/samples/fim/S05000001299.xdf3.xml');
    const released = existsSync(sample) ? measured(sample) : null;
    return {
      figures: [
        figureOf(
          {
            ...head('import', 'Import of a schema of 3.5 MB: read, turned into a form, proven'),
            unit: 'ms',
            limit: 1_000,
          },
          all.map(({ milliseconds }) => milliseconds),
        ),
        figureOf(
          {
            ...head('memory', 'The most memory of the whole process that imports it'),
            unit: 'MB',
            limit: 150,
          },
          all.map(({ megabytes }) => megabytes),
        ),
      ],
      details: { bytes: readFileSync(path).length, released },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function head(id: string, what: string): Omit<FigureHead, 'unit'> {
  return { id: `fim.${id}`, what, shown: 'max' };
}
