import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { type House, houseOf } from './broken-house.ts';
import { ruleNames } from './declared-rooms.ts';
import { companions, soundHouse, type Violation, violations } from './violations.ts';

/** Runs our check in the house; its lines and its exit code. */
function check(house: House): { readonly lines: readonly string[]; readonly code: number | null } {
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/check-boundaries.ts'],
    {
      cwd: house.folder,
      encoding: 'utf8',
    },
  );
  assert.equal(run.stderr, '');
  return { lines: run.stdout.trim().split('\n'), code: run.status };
}

const lineOf = ({ file, rule, to }: Violation) => `error ${rule}: ${file} → ${to}`;
const errorsOf = (lines: readonly string[]) => lines.filter((line) => line.startsWith('error '));

function withFiles(broken: readonly Violation[], more: Readonly<Record<string, string>> = {}): House {
  return houseOf({
    ...soundHouse(),
    ...more,
    ...Object.fromEntries(broken.map(({ file, text }) => [file, text])),
  });
}

test('every import that the house forbids is reported with its rule, and nothing else', () => {
  using house = withFiles(violations, companions);
  const { lines, code } = check(house);
  const reported = new Set(errorsOf(lines));
  const missed = violations.map(lineOf).filter((line) => !reported.has(line));
  assert.deepEqual(missed, []);
  const broken = new Set(violations.map(({ file }) => file));
  const innocent = [...reported].filter((line) => !broken.has(line.split(' ')[2] ?? ''));
  assert.deepEqual(innocent, []);
  assert.equal(code, 1);
});

test('every rule of the rule set is broken here at least once', () => {
  const tried = new Set(violations.map(({ rule }) => rule));
  // app may import everything, so nothing can break its rule.
  assert.deepEqual(
    ruleNames.filter((name) => !tried.has(name)),
    ['room-app'],
  );
});

test('a house without a fault has none, and the check still refuses to vouch for one that it hardly saw', () => {
  using house = withFiles([]);
  const { lines, code } = check(house);
  assert.deepEqual(errorsOf(lines), []);
  assert.match(lines.join('\n'), /did not see the whole house/);
  assert.equal(code, 1);
});

test('a check that saw no module at all fails', () => {
  using house = houseOf({ 'src/README.md': 'no sources' });
  const { lines, code } = check(house);
  assert.match(lines.join('\n'), /boundaries: 0 of 0 modules/);
  assert.equal(code, 1);
});

test('with doors enough and no fault the check passes', () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `src/app/reader-${i}.ts`,
      `import { door } from '#kernel';\nexport const used = door;\n`,
    ]),
  );
  using house = houseOf({ ...soundHouse(), ...files });
  const { lines, code } = check(house);
  assert.equal(code, 0, lines.join('\n'));
});
