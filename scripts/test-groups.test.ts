import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { root } from './run-tool.ts';
import { testGroups } from './test-groups.ts';

test('every test file of the house belongs to a group', () => {
  const grouped = new Set(testGroups(null).flatMap(({ files }) => files));
  const all = globSync(['src/**/*.test.ts', 'scripts/**/*.test.ts', 'test/**/*.test.ts'], { cwd: root });
  assert.deepEqual(
    all.filter((file) => !grouped.has(file)),
    [],
  );
});

test('with an external PostgreSQL, too, every test file belongs to a group', () => {
  const files = (url: string | null) => new Set(testGroups(url).flatMap((group) => group.files));
  assert.deepEqual([...files('postgres://external')].sort(), [...files(null)].sort());
});
