import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A small house of its own with our rule set and our check, and whatever files a test puts into it. */
export interface House extends Disposable {
  readonly folder: string;
}

// What the check reads, and the tools that it runs with.
const own = [
  '.dependency-cruiser.cjs',
  'package.json',
  'tsconfig.json',
  'scripts/check-boundaries.ts',
  'scripts/run-tool.ts',
];
const tools = ['dependency-cruiser', 'typescript'];

/** Makes the house from paths and their texts. */
export function houseOf(files: Readonly<Record<string, string>>): House {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-house-'));
  for (const file of own) cpSync(join(root, file), join(folder, file));
  for (const tool of tools) link(folder, tool);
  for (const [file, text] of Object.entries({ ...packages, ...files })) write(join(folder, file), text);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

function link(folder: string, name: string): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

// Stand-ins that bear the names of a dependency and of a dev dependency of ours.
const packages = Object.fromEntries(
  ['kysely', 'fast-check'].flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', exports: './index.js' })],
    [`node_modules/${name}/index.js`, 'export const thing = 1;\n'],
  ]),
);
