import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { root } from './run-tool.ts';

// With a TypeScript that it does not know dependency-cruiser sees nothing and says that all is well. So it must have
// seen every source file, and enough of the house's own doors.
const leastEdgesToKernel = 50;

const ruleSet = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const { output } = await cruise(['src'], { baseDir: root, ruleSet, validate: true, ...ruleSet.options });
const result = output as ICruiseResult;

const sources = globSync('src/**/*.ts', { cwd: root }).length;
const seen = result.modules.filter(
  ({ source }) => source.startsWith('src/') && source.endsWith('.ts'),
).length;
const edges = result.modules.flatMap(({ dependencies }) => dependencies);
const toKernel = edges.filter(({ resolved }) => resolved === 'src/kernel/index.ts').length;

for (const { rule, from, to } of result.summary.violations)
  process.stdout.write(`${rule.severity} ${rule.name}: ${from} → ${to}\n`);
process.stdout.write(
  `boundaries: ${seen} of ${sources} modules, ${edges.length} imports, ${toKernel} of them to the kernel, ${result.summary.error} violations\n`,
);
if (seen !== sources || toKernel < leastEdgesToKernel) {
  process.stdout.write('boundaries: the check did not see the whole house, so it proves nothing\n');
  process.exitCode = 1;
}
if (result.summary.error > 0) process.exitCode = 1;
