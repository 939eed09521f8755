import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { memoryEnvironment, nodeFlags } from '../src/app/supervisor/fork-child.ts';
import { keineListen, schemaLeser } from '../src/contexts/fim/use-cases/schema-leser.ts';
import { type FigureHead, figureOf } from './support/figure.ts';
import { largeSchema } from './support/large-schema.ts';
import { report } from './support/report.ts';

/**
 * How long a schema as large as the largest released one takes from its bytes to a proven form, and the memory of it: each time in a
 * process of its own that is started as the product starts its own and does nothing else.
 */

const runs = 7;
const [, , mode, file = ''] = process.argv;

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
  /** What the process had before it read the file. */
  readonly before: number;
}

if (mode === '--import') {
  const before = most();
  const start = performance.now();
  const read = await schemaLeser(setImmediate)('bench', async () => readFileSync(file), keineListen);
  if (!read.ok) throw new Error(read.refusal.message);
  if (read.value.uebernahme.definition === null) throw new Error('no form was proven');
  const milliseconds = performance.now() - start;
  process.stdout.write(JSON.stringify({ milliseconds, megabytes: most(), before }));
  process.exit();
}

function most(): number {
  return process.resourceUsage().maxRSS / 1024;
}

function measured(path: string): Measured {
  const out = execFileSync(process.execPath, [...nodeFlags, import.meta.filename, '--import', path], {
    env: { ...process.env, ...memoryEnvironment },
  });
  return JSON.parse(out.toString('utf8'));
}

await report('fim', 'FIM schemas', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-bench-'));
  const path = join(folder, 'schema.xml');
  try {
    writeFileSync(path, largeSchema());
    // The first one finds its code uncompiled after a change; whoever runs the product has started it before.
    measured(path);
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
        figureOf(
          { ...head('memory-added', 'What of it the import added'), unit: 'MB' },
          all.map(({ megabytes, before }) => megabytes - before),
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
