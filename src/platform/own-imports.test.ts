import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const preload = join(import.meta.dirname, 'own-imports.ts');

/** Where each name leads, seen from the root of the project. */
function resolved(names: readonly string[], flags: readonly string[]): readonly string[] {
  const script = `const names = ${JSON.stringify(names)};
    const lead = (name) => { try { return import.meta.resolve(name); } catch (error) { return error.code; } };
    process.stdout.write(JSON.stringify(names.map(lead)));`;
  const words = ['--disable-warning=ExperimentalWarning', ...flags, '--input-type=module', '--eval', script];
  return JSON.parse(execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8' }));
}

test('names and paths lead where Node alone would lead, an unknown one to the same fault', () => {
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const own = Object.keys(imports).map((name) => name.replace('*', 'xdatenfelder'));
  const names = [...own, '#standards/xdatenfelder', './src/kernel/index.ts', 'zod', 'node:fs', '#nobody'];
  const plain = resolved(names, []);
  assert.deepEqual(resolved(names, ['--require', preload]), plain);
  assert.equal(plain.at(-1), 'ERR_PACKAGE_IMPORT_NOT_DEFINED');
});
