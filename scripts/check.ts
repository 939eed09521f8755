import { packageFile, runTool } from './run-tool.ts';

/** Every check that a change must pass, in the order of their speed; CI runs the same. */
const checks: readonly { readonly name: string; readonly run: () => Promise<number> }[] = [
  {
    name: 'format and lint',
    run: () => runTool(packageFile('.bin/biome'), ['ci', '--error-on-warnings', '.']),
  },
  { name: 'types', run: () => runTool(process.execPath, [packageFile('typescript7/bin/tsc'), '-p', '.']) },
  { name: 'boundaries', run: () => runTool(process.execPath, ['scripts/check-boundaries.ts']) },
  {
    name: 'dead code',
    run: () => runTool(process.execPath, [packageFile('knip/bin/knip.js'), '--no-progress']),
  },
];

let failed = 0;
for (const { name, run } of checks) {
  const code = await run();
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}\n`);
  if (code !== 0) failed += 1;
}
process.stdout.write(failed === 0 ? 'check: all good\n' : `check: ${failed} of ${checks.length} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
